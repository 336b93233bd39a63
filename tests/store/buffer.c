/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Splices in a buffer do what they do in any text; those that do not fit do
 * nothing.
 */
#include "store/buffer.h"

#include <criterion/criterion.h>
#include <string.h>

#include "../amount.h"

TestSuite(buffer, .timeout = 60);

static struct buffer begin(const char *text)
{
	struct buffer b;

	buffer_init(&b, &(struct text){ text, strlen(text) });
	return b;
}

static bool splice(struct buffer *b, size_t off, const char *old,
		   const char *new)
{
	return buffer_splice(b, off, &(struct text){ old, strlen(old) },
			     &(struct text){ new, strlen(new) });
}

static void says(struct buffer *b, const char *want, size_t len)
{
	struct text now = buffer_text(b);

	cr_assert_eq(now.len, len);
	cr_assert_eq(buffer_len(b), len);
	cr_assert_eq(memcmp(now.bytes, want, len), 0);
}

Test(buffer, refuses_what_does_not_fit)
{
	struct buffer b = begin("A warm towel");

	cr_assert_not(splice(&b, 13, "", "x"));
	cr_assert_not(splice(&b, 7, "towels", "x"));
	cr_assert_not(splice(&b, 2, "cold", "x"));
	cr_assert_not(splice(&b, SIZE_MAX, "x", "x"));
	says(&b, "A warm towel", 12);
	cr_assert(splice(&b, 12, "", "!"));
	cr_assert(splice(&b, 0, "A", "One"));
	says(&b, "One warm towel!", 15);
	buffer_release(&b);
}

/* One splice at random, in both. */
static void splice_both(GRand *rand, struct buffer *b, GString *text)
{
	gsize off = (gsize)g_rand_int_range(rand, 0, (gint32)text->len + 1);
	gsize most = MIN(text->len - off, 300);
	gsize gone = (gsize)g_rand_int_range(rand, 0, (gint32)most + 1);
	g_autofree char *old = g_strndup(text->str + off, gone);
	g_autofree char *new =
		g_strnfill((gsize)g_rand_int_range(rand, 0, 600),
			   (gchar)g_rand_int_range(rand, 'a', 'z'));

	cr_assert(splice(b, off, old, new));
	g_string_erase(text, (gssize)off, (gssize)gone);
	g_string_insert(text, (gssize)off, new);
}

Test(buffer, is_any_text_under_any_splices)
{
	GRand *rand = g_rand_new_with_seed(amount_seed());
	GString *text = g_string_new("A warm towel");
	struct buffer b = begin(text->str);

	for (int i = 0; i < 2000; i++) {
		splice_both(rand, &b, text);
		if (i % 100 == 0)
			says(&b, text->str, text->len);
	}
	says(&b, text->str, text->len);
	buffer_release(&b);
	g_string_free(text, TRUE);
	g_rand_free(rand);
}
