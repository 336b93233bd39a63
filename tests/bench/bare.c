/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The least that reading YAML costs: the file whole, then libyaml's own loop.
 */
#include "bare.h"

#include <glib.h>
#include <yaml.h>

static bool walk(yaml_parser_t *parser)
{
	yaml_event_t event;
	bool end;

	do {
		if (!yaml_parser_parse(parser, &event))
			return false;
		end = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	} while (!end);
	return true;
}

bool bare_events(const char *path)
{
	g_autofree char *text = NULL;
	yaml_parser_t parser;
	size_t len;
	bool good;

	if (!g_file_get_contents(path, &text, &len, NULL) ||
	    !yaml_parser_initialize(&parser))
		return false;
	yaml_parser_set_input_string(&parser, (unsigned char *)text, len);
	good = walk(&parser);
	yaml_parser_delete(&parser);
	return good;
}
