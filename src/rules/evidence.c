/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Evidence that is a file, and is not there.
 *
 * Rules do not touch the disk: whoever holds the storyboard knows, or finds
 * out later and has the touchpoint judged again.  URLs are never fetched, and
 * a path that leaves the storyboard's folder is nobody's business.
 */
#include "rules/judge.h"

#include <string.h>

#include "i18n.h"

/* Whether the last part of a path ends like a document, page or picture. */
static bool has_extension(const char *path)
{
	static const char *const known[] = {
		"avi",	"bmp",	"csv",	"doc",	"docx", "gif", "heic", "htm",
		"html", "jpeg", "jpg",	"json", "key",	"md",  "mov",  "mp3",
		"mp4",	"odp",	"ods",	"odt",	"ogg",	"pdf", "png",  "ppt",
		"pptx", "rtf",	"svg",	"tif",	"tiff", "txt", "wav",  "webm",
		"webp", "xls",	"xlsx", "yaml", "yml",	NULL,
	};
	const char *dot = strrchr(path, '.');
	g_autofree char *extension = dot ? g_ascii_strdown(dot + 1, -1) : NULL;

	return dot && dot != path && dot[-1] != '/' &&
	       g_strv_contains(known, extension);
}

/* A folder above, or a path of another system. */
static bool leaves(const char *path)
{
	g_auto(GStrv) parts = g_strsplit(path, "/", -1);

	return *path == '/' || strchr(path, '\\') ||
	       g_strv_contains((const char *const *)parts, "..");
}

/* "page.html", "photos/door.jpg"; not a sentence, an address or a URL. */
static bool is_path(const char *text)
{
	return !strpbrk(text, " \t\r\n:") && !g_str_has_prefix(text, "www.") &&
	       !leaves(text) && has_extension(text);
}

static void look_for(struct judge *j, uint32_t entry)
{
	const struct evidence *known = judge_evidence(j);
	g_autofree char *path = tree_value(j->journey->tree, entry);
	g_autofree char *quoted = NULL;
	struct finding *f;

	if (!path || !is_path(path) ||
	    known->is_there(known->data, j->place, path))
		return;
	f = judge_value(j, T_EVIDENCE, entry);
	if (!f)
		return;
	quoted = judge_quote(path);
	f->message = g_strdup_printf(_("there is no file %s"), quoted);
	f->remedy = g_strdup(_("put it beside the storyboard, or say in "
			       "words what the evidence is"));
}

static void missing_evidence(struct judge *j)
{
	g_autoptr(GArray) items = NULL;

	if (!j->place->field[T_EVIDENCE])
		return;
	items = place_items(j->journey, j->place, T_EVIDENCE);
	for (guint i = 0; i < items->len; i++)
		look_for(j, g_array_index(items, uint32_t, i));
}

const struct rule rule_missing_evidence = {
	.name = "missing-evidence",
	.help = N_("A file that is named as evidence does not exist."),
	.why = N_("A page that cannot be found was the end of somebody's "
		  "journey. So is a proof that nobody can open."),
	.source = N_("“Put a date on hold”"),
	.example = "stages:\n"
		   "  - name: The shop\n"
		   "    touchpoints:\n"
		   "      - name: The window\n"
		   "        evidence: photos/window.jpg\n",
	.remedy = N_("Put the file beside the storyboard, or say in words what "
		     "the evidence is."),
	.level = LEVEL_ERROR,
	.sketch = true,
	.kinds = 1u << PLACE_TOUCHPOINT,
	.judge = missing_evidence,
};
