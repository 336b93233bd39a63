/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what belongs to one open storyboard.  What is done with it is the
 * business of app.c.
 */
#include "tui/desk.h"

#include "board/board.h"
#include "tui/disk.h"
#include "tui/search.h"
#include "tui/view.h"

struct desk *desk_new(void)
{
	struct desk *d = g_new0(struct desk, 1);

	d->views = g_ptr_array_new_with_free_func(view_free);
	d->parked = g_ptr_array_new_with_free_func(view_free);
	d->marks = g_hash_table_new(NULL, NULL);
	return d;
}

void desk_free(void *desk)
{
	struct desk *d = desk;

	g_ptr_array_unref(d->views);
	g_ptr_array_unref(d->parked);
	g_hash_table_unref(d->marks);
	search_free(d->search);
	disk_free(d->disk);
	board_free(d->board);
	g_free(d);
}

static void move_views(GPtrArray *from, GPtrArray *to)
{
	while (from->len)
		g_ptr_array_add(to, g_ptr_array_steal_index(from, 0));
}

void desk_clear(struct desk *d, GPtrArray *gone)
{
	move_views(d->views, gone);
	move_views(d->parked, gone);
}

char *desk_name(const struct desk *d)
{
	const struct board *b = d->board;

	if (b->journey)
		return place_title(b->journey, b->journey->root);
	return g_strdup(b->name);
}
