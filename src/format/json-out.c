/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/json-out.h"

json_t *json_out_text(const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);

	return json_string(valid);
}

void json_out_set(json_t *object, const char *key, const char *text)
{
	if (text)
		json_object_set_new(object, key, json_out_text(text));
}

/* jansson leaves DEL as it is. */
static int append(const char *bytes, size_t len, void *out)
{
	for (size_t i = 0; i < len; i++)
		if (bytes[i] == '\x7f')
			g_string_append(out, "\\u007F");
		else
			g_string_append_c((GString *)out, bytes[i]);
	return 0;
}

void json_out(GString *out, json_t *take_value)
{
	json_dump_callback(take_value, append, out,
			   JSON_ENSURE_ASCII | JSON_ENCODE_ANY);
	json_decref(take_value);
}
