/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The judgement of a cell: see the header.
 */
#include "drawable.h"

#include <wchar.h>

bool drawable_forbids(uint32_t ch)
{
	return ch < 0x20 || (ch >= 0x7F && ch < 0xA0) || ch == 0xAD ||
	       ch == 0x61C || (ch >= 0x200B && ch <= 0x200F) ||
	       (ch >= 0x2028 && ch <= 0x202E) ||
	       (ch >= 0x2060 && ch <= 0x206F) || ch == 0x20E3 ||
	       (ch >= 0xFE00 && ch <= 0xFE0F) || ch == 0xFEFF ||
	       (ch >= 0xFFF9 && ch <= 0xFFFB) ||
	       (ch >= 0x1F1E6 && ch <= 0x1F1FF) ||
	       (ch >= 0x1F3FB && ch <= 0x1F3FF) ||
	       (ch >= 0xE0000 && ch <= 0xE0FFF) || ch > 0x10FFFF ||
	       (ch >= 0xD800 && ch <= 0xDFFF);
}

bool drawable_cell(const struct cell *cell, enum glyphs level)
{
	int sum = 0;

	for (int i = 0; i < CELL_CHARS && cell->ch[i]; i++) {
		int width = wcwidth((wchar_t)cell->ch[i]);

		if (drawable_forbids(cell->ch[i]) ||
		    (level == GLYPHS_ASCII && cell->ch[i] >= 0x7F) ||
		    (i == 0 ? width <= 0 : width != 0))
			return false;
		sum += width;
	}
	return cell->width == sum;
}

bool drawable_canvas(const struct canvas *c)
{
	for (int y = 0; y < c->rows; y++)
		for (int x = 0, width = 1; x < c->cols; x++) {
			struct cell cell = canvas_cell(c, y, x);

			/* a right half stands behind its left one only */
			if (!drawable_cell(&cell, c->glyphs) ||
			    (cell.width == 0) != (width == 2) ||
			    x + cell.width > c->cols)
				return false;
			width = cell.width;
		}
	return true;
}
