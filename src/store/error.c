/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one place where an errno value and the name of a file become a
 * sentence.
 *
 * The name of a file is as hostile as what is in it: it may hold escape
 * sequences, line ends, or marks that turn the text around.  All of these
 * are shown as what they are, `\x1b` or `\u202e`.
 */
#include "store/error.h"

#include <errno.h>

#include "i18n.h"

GQuark store_error_quark(void)
{
	return g_quark_from_static_string("store-error");
}

static bool steers(gunichar c)
{
	switch (g_unichar_type(c)) {
	case G_UNICODE_CONTROL:
	case G_UNICODE_FORMAT:
	case G_UNICODE_LINE_SEPARATOR:
	case G_UNICODE_PARAGRAPH_SEPARATOR:
		return true;
	default:
		return false;
	}
}

char *store_display_name(const char *path)
{
	g_autofree char *name = g_filename_display_name(path);
	GString *shown = g_string_sized_new(strlen(name));

	for (const char *p = name; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (!steers(c))
			g_string_append_unichar(shown, c);
		else
			g_string_append_printf(shown,
					       c < 0x80 ? "\\x%02x" : "\\u%04x",
					       c);
	}
	return g_string_free(shown, FALSE);
}

static void set_error(GError **error, enum store_error code, enum store_act act,
		      const char *path, const char *why)
{
	g_autofree char *name = store_display_name(path);

	switch (act) {
	case STORE_READ:
		g_set_error(error, STORE_ERROR, code, _("cannot read '%s': %s"),
			    name, why);
		break;
	case STORE_WRITE:
		g_set_error(error, STORE_ERROR, code,
			    _("cannot write '%s': %s"), name, why);
		break;
	case STORE_CREATE:
		g_set_error(error, STORE_ERROR, code,
			    _("cannot create '%s': %s"), name, why);
		break;
	}
}

bool store_refuse(GError **error, enum store_act act, const char *path,
		  const char *why)
{
	set_error(error, STORE_ERROR_REFUSED, act, path, why);
	return false;
}

bool store_changed_by_others(GError **error, enum store_act act,
			     const char *path)
{
	set_error(error, STORE_ERROR_CHANGED, act, path,
		  _("another program has written to it meanwhile"));
	return false;
}

bool store_fail(GError **error, enum store_act act, const char *path,
		int number)
{
	enum store_error code = number == ENOENT   ? STORE_ERROR_MISSING
				: number == EEXIST ? STORE_ERROR_EXISTS
						   : STORE_ERROR_SYSTEM;

	set_error(error, code, act, path, g_strerror(number));
	return false;
}

const char *store_odd_kind(mode_t mode)
{
	if (S_ISREG(mode))
		return NULL;
	if (S_ISDIR(mode))
		return _("is a directory");
	if (S_ISFIFO(mode))
		return _("is a FIFO");
	if (S_ISSOCK(mode))
		return _("is a socket");
	return _("is a device");
}
