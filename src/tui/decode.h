/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes of a terminal to events: keys, mouse, pastes.
 *
 * It reads nothing and waits for nothing: whoever feeds it also tells the
 * time, and says when a lone Esc has waited long enough to be the Esc key.
 * What no key sends (stray replies, broken sequences, bad UTF-8) is dropped,
 * never typed.
 */
#ifndef SENSEBOARD_TUI_DECODE_H
#define SENSEBOARD_TUI_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tui/event.h"

struct decoder;

/* decoder_free() frees it. */
struct decoder *decoder_new(void);
void decoder_free(struct decoder *d);

/* Let the bytes SEQUENCE mean KEY, before what is commonly meant. */
void decoder_name(struct decoder *d, const char *sequence, uint32_t key);

/* Take LEN bytes that arrived at NOW (milliseconds of any clock). */
void decoder_feed(struct decoder *d, const char *bytes, size_t len,
		  int64_t now);

/* The next event, or false if that needs more bytes.  A paste is good until
 * the next call. */
bool decoder_next(struct decoder *d, struct term_event *event);

/* Whether decoder_next() may have more to say without more bytes. */
bool decoder_ready(const struct decoder *d);

/* How long (milliseconds) to wait for more bytes before decoder_expire(), -1
 * if nothing is held back; ESC_DELAY is what a lone Esc waits. */
int decoder_patience(const struct decoder *d, int esc_delay);

/* No more bytes came: a lone Esc is the key, a paste is over, and other
 * unfinished business is dropped, in the next call of decoder_next(). */
void decoder_expire(struct decoder *d);

#endif
