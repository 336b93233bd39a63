/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the file `recent`: a line for each storyboard, the latest first.
 *
 *	1795330800	/home/ada/harbour house.yaml	A night by the sea
 *
 * Between tabs, with control characters (and what is not UTF-8) written as in
 * a URI, so that any name fits in a line.  It is replaced whole; of two
 * programs that do so at once, one is forgotten.
 */
#include "store/recent.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/bytes.h"
#include "store/state.h"

#define NAME "recent"
#define BYTES_MOST ((size_t)256 << 10)
#define PLAIN " !\"#$&'()*+,/:;<=>?@[\\]^`{|}" /* as they are, in a line */

static void free_recent(void *data)
{
	struct recent *r = data;

	g_free(r->path);
	g_free(r->title);
	g_free(r);
}

/* --- reading ------------------------------------------------------------- */

/* NULL for a line that says nothing. */
static struct recent *parse(const char *line)
{
	g_auto(GStrv) parts = g_strsplit(line, "\t", 3);
	g_autofree char *path = NULL, *title = NULL;
	struct recent *r;

	if (g_strv_length(parts) < 3)
		return NULL;
	path = g_uri_unescape_string(parts[1], NULL);
	title = g_uri_unescape_string(parts[2], NULL);
	if (!path || !g_path_is_absolute(path) || !title)
		return NULL;
	r = g_new(struct recent, 1);
	*r = (struct recent){
		.when = g_ascii_strtoll(parts[0], NULL, 10),
		.path = g_steal_pointer(&path),
		.title = g_utf8_make_valid(title, -1),
	};
	return r;
}

static GPtrArray *parse_all(const char *text)
{
	GPtrArray *all = g_ptr_array_new_with_free_func(free_recent);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (size_t i = 0; lines[i] && all->len < RECENT_MOST; i++) {
		struct recent *r = parse(lines[i]);

		if (r)
			g_ptr_array_add(all, r);
	}
	return all;
}

/* What the file says; "" where it cannot be read. */
static char *read_text(const struct state_folder *folder)
{
	int fd = openat(folder->fd, NAME,
			O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	char *bytes = NULL;
	struct stat st;
	size_t len;

	if (fd < 0)
		return g_strdup("");
	if (!fstat(fd, &st) && S_ISREG(st.st_mode))
		bytes_read(fd, (size_t)st.st_size, BYTES_MOST, &bytes, &len);
	close(fd);
	return bytes ? bytes : g_strdup("");
}

static GPtrArray *read_all(const struct state_folder *folder)
{
	g_autofree char *text = read_text(folder);

	return parse_all(text);
}

GPtrArray *recent_read(void)
{
	struct state_folder folder;
	GPtrArray *all;

	if (state_open_top(false, &folder))
		return g_ptr_array_new_with_free_func(free_recent);
	all = read_all(&folder);
	state_close(&folder);
	return all;
}

/* --- writing ------------------------------------------------------------- */

static void print(GString *out, int64_t when, const char *path,
		  const char *title)
{
	g_autofree char *safe_path = g_uri_escape_string(path, PLAIN, TRUE);
	g_autofree char *safe_title = g_uri_escape_string(title, PLAIN, TRUE);

	g_string_append_printf(out, "%" G_GINT64_FORMAT "\t%s\t%s\n", when,
			       safe_path, safe_title);
}

/* Those before, after the one at PATH. */
static void print_others(GString *out, const GPtrArray *all, const char *path)
{
	unsigned n = 1;

	for (guint i = 0; i < all->len && n < RECENT_MOST; i++) {
		const struct recent *r = all->pdata[i];

		if (strcmp(r->path, path)) {
			print(out, r->when, r->path, r->title);
			n++;
		}
	}
}

/* Put TEXT in the place of the file. Nobody waits for the disk: it is no
 * loss. */
static void replace(const struct state_folder *folder, const GString *out)
{
	g_autofree char *name =
		g_strdup_printf(NAME "-%ld.new", (long)getpid());
	struct text text = { out->str, out->len };
	int fd = openat(folder->fd, name,
			O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC,
			0600);
	int failed;

	if (fd < 0)
		return;
	failed = fchmod(fd, 0600) ? errno : bytes_write(fd, &text);
	close(fd);
	if (failed || renameat(folder->fd, name, folder->fd, NAME))
		unlinkat(folder->fd, name, 0);
}

void recent_note(const char *path, const char *title, int64_t when)
{
	g_autofree char *whole = g_canonicalize_filename(path, NULL);
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(GPtrArray) all = NULL;
	struct state_folder folder;

	if (state_open_top(true, &folder))
		return;
	all = read_all(&folder);
	print(out, when, whole, title);
	print_others(out, all, whole);
	replace(&folder, out);
	state_close(&folder);
}
