/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The power fails at any moment of a save.
 *
 * What the disk then holds is known only of what was synced.  Of a file that
 * was written since, it may hold what it held, what was written, or anything
 * between; of the names that were given, exchanged and taken since their
 * folder was synced, each may have come to the disk or not.  Before every
 * call of a save all these disks are made up, and on each of them the file is
 * the old one or the new one, and after the save only the new one.
 *
 * A file that has to be written over in place cannot be; there, the new text
 * has been kept elsewhere before.
 */
#include "store/save.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "faults.h"
#include "folder.h"
#include "store/journal.h"
#include "store/recovery.h"

#define FILE_NAME "x.yaml"
#define OLD "journey: old, and the longer of the two\n"
#define NEW "journey: new\n"

/* What a file on the disk may be found to hold. */
enum found { FOUND_NOTHING, FOUND_OLD, FOUND_NEW, FOUND_TORN, FOUND_KINDS };

/* A name and the number of its file; 0: there is no such name. */
struct name {
	char name[64];
	ino_t file;
};

struct content {
	ino_t file;
	bool clean; /* synced since it was written */
	char *synced; /* what is surely on the disk, or NULL */
	char *now;
};

static struct {
	const char *folder, *watched; /* the folder, and the name in it */
	GArray *names; /* as they are now */
	GArray *synced; /* as they surely are on the disk */
	GPtrArray *moves; /* GArray of struct name: what became of them since,
			     one step after the other */
	GArray *contents; /* of struct content */
	bool possible[FOUND_KINDS]; /* now */
	unsigned moments, disks;
	bool kept; /* elsewhere */
} disk;

/* --- looking at the folder ----------------------------------------------- */

static GArray *new_names(void)
{
	return g_array_new(FALSE, FALSE, sizeof(struct name));
}

static ino_t file_of(const GArray *names, const char *name)
{
	for (guint i = 0; i < names->len; i++) {
		struct name *n = &g_array_index(names, struct name, i);

		if (!strcmp(n->name, name))
			return n->file;
	}
	return 0;
}

static void give(GArray *names, const struct name *given)
{
	for (guint i = 0; i < names->len; i++) {
		struct name *n = &g_array_index(names, struct name, i);

		if (strcmp(n->name, given->name))
			continue;
		n->file = given->file;
		return;
	}
	g_array_append_vals(names, given, 1);
}

static struct content *content_of(ino_t file)
{
	struct content new = { .file = file };

	for (guint i = 0; i < disk.contents->len; i++) {
		struct content *c =
			&g_array_index(disk.contents, struct content, i);

		if (c->file == file)
			return c;
	}
	g_array_append_val(disk.contents, new);
	return &g_array_index(disk.contents, struct content,
			      disk.contents->len - 1);
}

static void see_file(GArray *names, const char *name)
{
	g_autofree char *path = g_build_filename(disk.folder, name, NULL);
	g_autofree char *text = NULL;
	struct name n = { .file = look_at(path).st_ino };
	struct content *c = content_of(n.file);

	g_strlcpy(n.name, name, sizeof(n.name));
	give(names, &n);
	cr_assert(g_file_get_contents(path, &text, NULL, NULL));
	if (!g_strcmp0(text, c->now))
		return;
	g_free(c->now);
	c->now = g_steal_pointer(&text);
	c->clean = false;
}

/* What is there now. */
static GArray *see_names(void)
{
	g_autoptr(GDir) dir = g_dir_open(disk.folder, 0, NULL);
	GArray *names = new_names();
	const char *name;

	while ((name = g_dir_read_name(dir))) {
		g_autofree char *path =
			g_build_filename(disk.folder, name, NULL);

		if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
			see_file(names, name);
	}
	return names;
}

/* What has to be done to the names FROM to make them TO. */
static GArray *move_between(const GArray *from, const GArray *to)
{
	GArray *move = new_names();

	for (guint i = 0; i < to->len; i++) {
		struct name n = g_array_index(to, struct name, i);

		if (file_of(from, n.name) != n.file)
			g_array_append_val(move, n);
	}
	for (guint i = 0; i < from->len; i++) {
		struct name n = g_array_index(from, struct name, i);

		n.file = 0;
		if (!file_of(to, n.name))
			g_array_append_val(move, n);
	}
	return move;
}

/* --- the disks that may be found ------------------------------------------ */

static enum found kind_of(const char *text)
{
	if (!strcmp(text, OLD))
		return FOUND_OLD;
	return strcmp(text, NEW) ? FOUND_TORN : FOUND_NEW;
}

static void find(ino_t file)
{
	const struct content *c = file ? content_of(file) : NULL;

	disk.disks++;
	if (!c) {
		disk.possible[FOUND_NOTHING] = true;
		return;
	}
	disk.possible[kind_of(c->now)] = true;
	if (c->clean)
		return;
	disk.possible[FOUND_TORN] = true;
	if (c->synced)
		disk.possible[kind_of(c->synced)] = true;
}

/* Each of the moves came to the disk or did not. */
static void find_all(void)
{
	memset(disk.possible, 0, sizeof(disk.possible));
	disk.moments++;
	for (unsigned set = 0; set < 1u << disk.moves->len; set++) {
		g_autoptr(GArray) names = g_array_copy(disk.synced);

		for (guint i = 0; i < disk.moves->len; i++) {
			const GArray *move = disk.moves->pdata[i];

			for (guint k = 0; set & 1u << i && k < move->len; k++)
				give(names,
				     &g_array_index(move, struct name, k));
		}
		find(file_of(names, disk.watched));
	}
}

/* --- a save under observation --------------------------------------------- */

static void look(void)
{
	GArray *now = see_names();
	GArray *move = move_between(disk.names, now);

	g_array_unref(disk.names);
	disk.names = now;
	if (move->len)
		g_ptr_array_add(disk.moves, move);
	else
		g_array_unref(move);
	find_all();
}

static void forget_moves(void)
{
	g_array_unref(disk.synced);
	disk.synced = g_array_copy(disk.names);
	g_ptr_array_set_size(disk.moves, 0);
}

static void clean(struct content *c)
{
	g_free(c->synced);
	c->synced = g_strdup(c->now);
	c->clean = true;
}

static void synced(int fd)
{
	struct stat st;

	look();
	cr_assert(!fstat(fd, &st));
	if (S_ISDIR(st.st_mode))
		forget_moves();
	else
		clean(content_of(st.st_ino));
}

/* Begin with all that is in FOLDER on the disk. */
static void begin(const char *folder, const char *watched)
{
	memset(&disk, 0, sizeof(disk));
	disk.folder = folder;
	disk.watched = watched;
	disk.contents = g_array_new(FALSE, FALSE, sizeof(struct content));
	disk.moves =
		g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
	disk.names = see_names();
	disk.synced = new_names();
	forget_moves();
	for (guint i = 0; i < disk.contents->len; i++)
		clean(&g_array_index(disk.contents, struct content, i));
}

/* Nothing that is there need be on the disk. */
static void doubt_all(void)
{
	g_ptr_array_add(disk.moves, g_array_copy(disk.names));
	g_array_set_size(disk.synced, 0);
	for (guint i = 0; i < disk.contents->len; i++)
		g_array_index(disk.contents, struct content, i).clean = false;
}

static void end(const char *what)
{
	printf("power fails while a file is saved %s: %u moments, %u disks\n",
	       what, disk.moments, disk.disks);
	for (guint i = 0; i < disk.contents->len; i++) {
		struct content *c =
			&g_array_index(disk.contents, struct content, i);

		g_free(c->synced);
		g_free(c->now);
	}
	g_array_unref(disk.contents);
	g_ptr_array_unref(disk.moves);
	g_array_unref(disk.names);
	g_array_unref(disk.synced);
}

/* --- what must be so ------------------------------------------------------ */

TestSuite(power, .init = folder_enter, .fini = folder_leave);

static void expect_old_or_new(void)
{
	look();
	cr_assert_not(disk.possible[FOUND_NOTHING]);
	cr_assert_not(disk.possible[FOUND_TORN]);
}

static void expect_whole_or_kept(void)
{
	look();
	cr_assert_not(disk.possible[FOUND_NOTHING]);
	cr_assert(!disk.possible[FOUND_TORN] || disk.kept);
}

static void expect_nothing_or_new(void)
{
	look();
	cr_assert_not(disk.possible[FOUND_TORN]);
}

static void expect_only_new(void)
{
	look();
	for (int kind = 0; kind < FOUND_KINDS; kind++)
		cr_assert_eq(disk.possible[kind], kind == FOUND_NEW);
}

static bool keep(void *data G_GNUC_UNUSED, const char *bytes, size_t len,
		 GError **error G_GNUC_UNUSED)
{
	disk.kept = len == strlen(NEW) && !memcmp(bytes, NEW, len);
	return true;
}

/* KNOWN: nobody else may have written it meanwhile. */
static void save(bool known)
{
	struct store_file file = { 0 };
	struct store_care care = { .keep = keep };
	struct store_identity id;

	if (known && store_read(FILE_NAME, &file, NULL))
		care.known = &file.id;
	cr_assert(store_save(FILE_NAME, NEW, strlen(NEW), &care, &id, NULL));
	store_file_clear(&file);
}

static void save_watched(const char *what, bool known, void (*must)(void))
{
	begin(".", FILE_NAME);
	faults_begin((struct fault){ .before = must, .synced = synced });
	save(known);
	faults_end();
	expect_only_new();
	end(what);
}

Test(power, over_an_old_file)
{
	put(FILE_NAME, OLD);
	save_watched("by a rename", false, expect_old_or_new);
	put(FILE_NAME, OLD);
	save_watched("by an exchange of names", true, expect_old_or_new);
}

Test(power, for_the_first_time)
{
	save_watched("for the first time", false, expect_nothing_or_new);
}

Test(power, in_place)
{
	put(FILE_NAME, OLD);
	cr_assert(!link(FILE_NAME, "y.yaml"));
	save_watched("in place", true, expect_whole_or_kept);
}

/* --- where it is kept meanwhile ------------------------------------------- */

static void only_look(void)
{
	look();
}

Test(power, what_is_kept_is_on_the_disk)
{
	g_autofree char *here = g_get_current_dir();
	struct journal_start start = { .document = FILE_NAME,
				       .stem = "x",
				       .base = { OLD, strlen(OLD) } };
	struct text new = { NEW, strlen(NEW) };
	struct journal *j = journal_new(&start);
	const char *path = "senseboard/journal/x.journal";

	g_setenv("XDG_STATE_HOME", here, TRUE);
	journal_splice(j, 0, &start.base, &new);
	journal_commit(j, JOURNAL_DO, "edit");
	begin("senseboard/journal", "x.journal");
	doubt_all();
	faults_begin((struct fault){ .before = only_look, .synced = synced });
	cr_assert_eq(journal_saving(j, FILE_NAME, &new, true), 0);
	faults_end();
	look();
	cr_assert(content_of(look_at(path).st_ino)->clean);
	cr_assert_eq(disk.moves->len, 0);
	end("elsewhere");
	journal_close(j, JOURNAL_REMOVE);
}
