/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The distance between two words, by the three rows of the matrix that can
 * still matter.
 */
#include "rules/nearest.h"

#include <glib.h>

/* The letters of TEXT as they are compared; NEAREST_MOST + 1 if too many. */
static size_t letters(const char *text, uint32_t *out)
{
	size_t n = 0;

	for (; *text; text = g_utf8_next_char(text)) {
		uint32_t c = *text & 0x80
				     ? g_unichar_tolower(g_utf8_get_char(text))
				     : (uint32_t)g_ascii_tolower(*text);

		if (n == NEAREST_MOST)
			return NEAREST_MOST + 1;
		out[n++] = c == '_' || c == ' ' ? '-' : c;
	}
	return n;
}

void nearest_init(struct nearest *n, const char *word)
{
	n->best = NULL;
	n->len = letters(word, n->word);
	n->distance = n->len <= 4 ? 2 : n->len <= 12 ? 3 : 4;
	n->distance = MIN(n->distance, (unsigned)n->len);
	if (n->len > NEAREST_MOST)
		n->distance = 0;
}

static unsigned least(unsigned a, unsigned b, unsigned c)
{
	return MIN(MIN(a, b), c);
}

/* Take from both words what they begin and end with alike. */
static void strip(const uint32_t **a, size_t *na, const uint32_t **b,
		  size_t *nb)
{
	while (*na && *nb && **a == **b) {
		(*a)++, (*na)--;
		(*b)++, (*nb)--;
	}
	while (*na && *nb && (*a)[*na - 1] == (*b)[*nb - 1]) {
		(*na)--;
		(*nb)--;
	}
}

/* Letters left out, added, changed, or swapped with a neighbour; something
 * beyond MOST as soon as it must be. Cells farther than MOST from the diagonal
 * are beyond it too, so they are not looked at: a file of wrong names has many
 * words to compare. */
static unsigned distance(const uint32_t *a, size_t na, const uint32_t *b,
			 size_t nb, unsigned most)
{
	unsigned rows[3][NEAREST_MOST + 1];
	unsigned *before = rows[0], *above = rows[1], *row = rows[2];

	strip(&a, &na, &b, &nb);
	for (size_t k = 0; k <= nb; k++)
		above[k] = (unsigned)k;
	for (size_t i = 1; i <= na; i++) {
		unsigned *free_row = before;
		size_t first = i > most ? i - most : 1;
		size_t last = MIN(i + most, nb);
		unsigned best = row[first - 1] = (unsigned)i;

		for (size_t k = first; k <= last; k++) {
			row[k] = least(above[k] + 1, row[k - 1] + 1,
				       above[k - 1] + (a[i - 1] != b[k - 1]));
			if (i > 1 && k > 1 && a[i - 1] == b[k - 2] &&
			    a[i - 2] == b[k - 1])
				row[k] = MIN(row[k], before[k - 2] + 1);
			best = MIN(best, row[k]);
		}
		if (last < nb)
			row[last + 1] = most;
		/* two rows back, where a swap looks, it is one less at most */
		if (best >= most)
			return best;
		before = above;
		above = row;
		row = free_row;
	}
	return above[nb];
}

void nearest_offer(struct nearest *n, const char *candidate)
{
	uint32_t other[NEAREST_MOST];
	size_t len;
	unsigned d;

	if (n->distance == 0)
		return;
	len = letters(candidate, other);
	if (len == 0 || len > NEAREST_MOST ||
	    MAX(len, n->len) - MIN(len, n->len) >= n->distance)
		return;
	d = distance(n->word, n->len, other, len, n->distance);
	if (d >= n->distance)
		return;
	n->distance = d;
	g_free(n->best);
	n->best = g_strdup(candidate);
}

void nearest_clear(struct nearest *n)
{
	g_free(n->best);
	n->best = NULL;
}
