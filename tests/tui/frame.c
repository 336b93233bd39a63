/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is written in pieces is taken in one, once.
 */
#include "tui/frame.h"

#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

static void expect(struct frame *frame, const char *want)
{
	frame_take(frame);
	cr_expect_eq(frame->bytes->len, strlen(want));
	cr_expect(!memcmp(frame->bytes->data, want, frame->bytes->len));
}

Test(frame, pieces_come_out_as_one)
{
	struct frame frame = { 0 };

	cr_assert(frame_open(&frame, NULL));
	fputs("by the stream, ", frame.file);
	fflush(frame.file);
	cr_assert_eq(write(fileno(frame.file), "and beside it", 13), 13);
	expect(&frame, "by the stream, and beside it");
	fputs("less", frame.file);
	expect(&frame, "less");
	frame_release(&frame);
}

Test(frame, nothing_written_is_nothing_taken)
{
	struct frame frame = { 0 };

	cr_assert(frame_open(&frame, NULL));
	frame_take(&frame);
	cr_expect_eq(frame.bytes->len, 0);
	fputs("x", frame.file);
	frame_take(&frame);
	frame_take(&frame);
	cr_expect_eq(frame.bytes->len, 0);
	frame_release(&frame);
}
