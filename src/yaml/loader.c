/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Events one by one, with places in bytes, bounds, anchors and errors.
 */
#include "yaml/loader.h"
#include "yaml/gap.h"
#include "yaml/scalar.h"

#include <string.h>

/* Line and column as people count, from a byte offset: libyaml's own marks
 * are missing for bytes it cannot read. */
static struct mark mark_at(const struct loader *l, size_t at)
{
	struct mark m = { 1, 1 };

	for (size_t i = 0; i < at && i < l->len;) {
		size_t eol = gap_break(l->s, i, l->len);

		if (eol && l->s[i] != '\xc2' && l->s[i] != '\xe2') {
			m.line++;
			m.column = 1;
		} else {
			m.column += ((unsigned char)l->s[i] & 0xc0) != 0x80;
			eol = 1;
		}
		i += eol;
	}
	return m;
}

bool loader_fail(struct loader *l, enum tree_error code, size_t at,
		 const char *message)
{
	if (l->options->where)
		*l->options->where = mark_at(l, at);
	g_set_error_literal(l->error, TREE_ERROR, code, message);
	return false;
}

/* Bytes before a mark, from libyaml's count of characters. */
static size_t byte_at(struct loader *l, size_t index)
{
	if (l->ascii)
		return MIN(index, l->len);
	while (l->index < index && l->byte < l->len) {
		l->index++;
		do
			l->byte++;
		while (l->byte < l->len && (l->s[l->byte] & 0xc0) == 0x80);
	}
	while (l->index > index && l->byte > 0) {
		l->index--;
		do
			l->byte--;
		while (l->byte > 0 && (l->s[l->byte] & 0xc0) == 0x80);
	}
	return l->byte;
}

static bool parser_error(struct loader *l)
{
	const yaml_parser_t *p = &l->parser;
	size_t at = p->problem_mark.index || p->error != YAML_READER_ERROR
			    ? byte_at(l, p->problem_mark.index)
			    : p->problem_offset;
	g_autofree char *message = NULL;

	if (p->error == YAML_MEMORY_ERROR)
		message = g_strdup("out of memory");
	else if (p->context)
		message = g_strdup_printf("%s %s", p->problem, p->context);
	else
		message = g_strdup(p->problem);
	return loader_fail(l, TREE_ERROR_SYNTAX, at, message);
}

/* What libyaml's depth would cost without a bound is quadratic; events stream
 * out as it descends, so counting them here is enough. */
static bool within_limits(struct loader *l)
{
	const struct tree_limits *most = l->options->limits;

	switch (l->event.type) {
	case YAML_MAPPING_START_EVENT:
	case YAML_SEQUENCE_START_EVENT:
		if (++l->depth > most->depth)
			return loader_fail(l, TREE_ERROR_LIMIT, l->start,
					   "nested too deeply");
		break;
	case YAML_MAPPING_END_EVENT:
	case YAML_SEQUENCE_END_EVENT:
		l->depth--;
		break;
	case YAML_SCALAR_EVENT:
		if (l->event.data.scalar.length > most->scalar)
			return loader_fail(l, TREE_ERROR_LIMIT, l->start,
					   "text too long");
		break;
	default:
		break;
	}
	return true;
}

bool loader_advance(struct loader *l)
{
	yaml_event_delete(&l->event);
	if (!yaml_parser_parse(&l->parser, &l->event)) {
		memset(&l->event, 0, sizeof(l->event));
		return parser_error(l);
	}
	l->start = byte_at(l, l->event.start_mark.index);
	l->end = byte_at(l, l->event.end_mark.index);
	return within_limits(l);
}

uint32_t loader_lines(struct loader *l, size_t pos)
{
	l->lines += lines_in(l->s + l->counted, pos - l->counted);
	l->counted = pos;
	return l->lines;
}

/* An alias in entry E. One of nothing is an error that the event interface
 * does not report. */
bool loader_alias(struct loader *l, uint32_t e)
{
	const char *name = (const char *)l->event.data.alias.anchor;
	gpointer target;

	if (!g_hash_table_lookup_extended(l->named, name, NULL, &target))
		return loader_fail(l, TREE_ERROR_SYNTAX, l->start,
				   "found an alias of nothing");
	g_array_append_vals(l->t->aliases,
			    &(struct alias){ e, GPOINTER_TO_UINT(target) }, 1);
	return true;
}

bool loader_anchor(struct loader *l, const yaml_char_t *anchor, uint32_t e)
{
	if (!anchor)
		return true;
	if (++l->anchors > l->options->limits->anchors)
		return loader_fail(l, TREE_ERROR_LIMIT, l->start,
				   "too many anchors");
	g_hash_table_replace(l->named, g_strdup((const char *)anchor),
			     GUINT_TO_POINTER(e));
	return true;
}
