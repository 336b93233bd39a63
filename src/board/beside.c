/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "board/beside.h"

#include <sys/stat.h>

struct question {
	char *path;
	unsigned number; /* of the touchpoint that asked */
};

struct beside {
	char *folder;
	struct evidence evidence;
	GHashTable *known; /* path to whether it is there */
	GArray *asked; /* of struct question */
};

static bool is_there(void *data, struct place *touchpoint, const char *path)
{
	struct beside *b = data;
	gpointer there;

	if (!g_hash_table_lookup_extended(b->known, path, NULL, &there)) {
		const struct question q = {
			.path = g_strdup(path),
			.number = touchpoint->number,
		};

		g_array_append_val(b->asked, q);
		return true;
	}
	return GPOINTER_TO_INT(there);
}

static void forget_question(gpointer question)
{
	g_free(((struct question *)question)->path);
}

static GArray *no_questions(void)
{
	GArray *none = g_array_new(FALSE, FALSE, sizeof(struct question));

	g_array_set_clear_func(none, forget_question);
	return none;
}

struct beside *beside_new(const char *folder)
{
	struct beside *b = g_new0(struct beside, 1);

	b->folder = g_strdup(folder);
	b->evidence = (struct evidence){ .is_there = is_there, .data = b };
	b->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	b->asked = no_questions();
	return b;
}

void beside_free(struct beside *b)
{
	if (!b)
		return;
	g_hash_table_unref(b->known);
	g_array_unref(b->asked);
	g_free(b->folder);
	g_free(b);
}

const struct evidence *beside_evidence(struct beside *b)
{
	return &b->evidence;
}

/* Whether a file is there, which is remembered. */
static bool look_for(struct beside *b, const char *path)
{
	g_autofree char *whole = NULL;
	struct stat st;
	gpointer there;

	if (!g_hash_table_lookup_extended(b->known, path, NULL, &there)) {
		whole = g_build_filename(b->folder, path, NULL);
		there = GINT_TO_POINTER(stat(whole, &st) == 0);
		g_hash_table_insert(b->known, g_strdup(path), there);
	}
	return GPOINTER_TO_INT(there);
}

bool beside_look(struct beside *b, struct findings *f, const struct journey *j)
{
	bool missing = false;

	while (b->asked->len) {
		g_autoptr(GArray) asked = b->asked;

		b->asked = no_questions();
		for (guint i = 0; i < asked->len; i++) {
			const struct question *q =
				&g_array_index(asked, struct question, i);

			if (look_for(b, q->path) ||
			    !j->places->pdata[q->number])
				continue;
			missing = true;
			findings_update(f, j->places->pdata[q->number]);
		}
	}
	return missing;
}
