/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading a storyboard from a file or from standard input, which is bounded
 * like a file.
 */
#include "cli/reader.h"

#include <errno.h>
#include <unistd.h>

#include "cli/say.h"
#include "i18n.h"

#define STEP ((size_t)64 << 10)

static bool is_stdin(const char *path)
{
	return g_str_equal(path, "-");
}

char *reader_name(const char *path)
{
	return is_stdin(path) ? g_strdup("(stdin)") : store_display_name(path);
}

/* Bytes read into the end of TEXT, 0 at the end of input, -1 on error. */
static ssize_t read_step(GString *text)
{
	size_t len = text->len;
	ssize_t got;

	g_string_set_size(text, len + STEP);
	do
		got = read(STDIN_FILENO, text->str + len, STEP);
	while (got < 0 && errno == EINTR);
	g_string_set_size(text, len + (got > 0 ? (size_t)got : 0));
	return got;
}

static struct board *open_stdin(GError **error)
{
	g_autoptr(GString) text = g_string_new(NULL);
	ssize_t got;
	size_t len;

	do
		got = read_step(text);
	while (got > 0 && text->len <= STORE_LIMIT);
	if (got < 0) {
		store_fail(error, STORE_READ, "(stdin)", errno);
		return NULL;
	}
	if (text->len > STORE_LIMIT) {
		store_refuse(error, STORE_READ, "(stdin)",
			     _("larger than 64 MiB"));
		return NULL;
	}
	len = text->len;
	return board_from_bytes(g_string_free(g_steal_pointer(&text), FALSE),
				len, "(stdin)", error);
}

struct board *reader_open(const char *path, GError **error)
{
	return is_stdin(path) ? open_stdin(error)
			      : board_open_copy(path, error);
}

void reader_complain(const struct config *config)
{
	for (guint i = 0; i < config->problems->len; i++)
		complain(STATUS_GOOD, "%s",
			 (const char *)config->problems->pdata[i]);
}

struct config *reader_config(void)
{
	struct config *config = config_read(NULL);

	reader_complain(config);
	return config;
}
