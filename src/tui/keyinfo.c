/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the names of terminfo's keys.  Most terminals of today send what
 * decode.c knows anyway; this is for the others.  Names that are no escape
 * sequence would take a control key away, so only Backspace may be one.
 */
#include "tui/keyinfo.h"

#include <glib.h>

#include "tui/key.h"

static const struct {
	const char *capability;
	uint32_t key;
} named_keys[] = {
	{ .capability = "kbs", .key = KEYCODE_BACKSPACE },
	{ .capability = "kcbt", .key = KEYCODE_TAB | MOD_SHIFT },
	{ .capability = "kcub1", .key = KEYCODE_LEFT },
	{ .capability = "kcud1", .key = KEYCODE_DOWN },
	{ .capability = "kcuf1", .key = KEYCODE_RIGHT },
	{ .capability = "kcuu1", .key = KEYCODE_UP },
	{ .capability = "kdch1", .key = KEYCODE_DELETE },
	{ .capability = "kend", .key = KEYCODE_END },
	{ .capability = "kent", .key = KEYCODE_ENTER },
	{ .capability = "kf1", .key = KEYCODE_F1 },
	{ .capability = "kf2", .key = KEYCODE_F1 + 1 },
	{ .capability = "kf3", .key = KEYCODE_F1 + 2 },
	{ .capability = "kf4", .key = KEYCODE_F1 + 3 },
	{ .capability = "kf5", .key = KEYCODE_F1 + 4 },
	{ .capability = "kf6", .key = KEYCODE_F1 + 5 },
	{ .capability = "kf7", .key = KEYCODE_F1 + 6 },
	{ .capability = "kf8", .key = KEYCODE_F1 + 7 },
	{ .capability = "kf9", .key = KEYCODE_F1 + 8 },
	{ .capability = "kf10", .key = KEYCODE_F1 + 9 },
	{ .capability = "kf11", .key = KEYCODE_F1 + 10 },
	{ .capability = "kf12", .key = KEYCODE_F12 },
	{ .capability = "khome", .key = KEYCODE_HOME },
	{ .capability = "kich1", .key = KEYCODE_INSERT },
	{ .capability = "knp", .key = KEYCODE_PAGE_DOWN },
	{ .capability = "kpp", .key = KEYCODE_PAGE_UP },
	{ .capability = "kDC", .key = KEYCODE_DELETE | MOD_SHIFT },
	{ .capability = "kEND", .key = KEYCODE_END | MOD_SHIFT },
	{ .capability = "kHOM", .key = KEYCODE_HOME | MOD_SHIFT },
	{ .capability = "kLFT", .key = KEYCODE_LEFT | MOD_SHIFT },
	{ .capability = "kRIT", .key = KEYCODE_RIGHT | MOD_SHIFT },
	{ .capability = "kri", .key = KEYCODE_UP | MOD_SHIFT },
	{ .capability = "kind", .key = KEYCODE_DOWN | MOD_SHIFT },
};

void keyinfo_teach(struct decoder *d, capability_fn capability)
{
	for (size_t i = 0; i < G_N_ELEMENTS(named_keys); i++) {
		const char *bytes = capability(named_keys[i].capability);
		bool is_backspace = named_keys[i].key == KEYCODE_BACKSPACE;
		if (bytes && *bytes && (bytes[0] == '\033' || is_backspace))
			decoder_name(d, bytes, named_keys[i].key);
	}
}
