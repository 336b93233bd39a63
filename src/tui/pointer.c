/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading reports of the mouse.  Two presses at once in one cell are a double
 * click, which no terminal says, unless the mouse was elsewhere in between.
 */
#include "tui/pointer.h"

#include "tui/key.h"

#define DOUBLE_CLICK_MS 400

/* Bits of the code. */
enum bits {
	BUTTON = 3,
	SHIFT = 4,
	ALT = 8,
	CTRL = 16,
	MOTION = 32,
	WHEEL = 64,
	OTHER = 128
};

static uint32_t modifiers(int code)
{
	return (code & SHIFT ? MOD_SHIFT : 0U) | (code & ALT ? MOD_ALT : 0U) |
	       (code & CTRL ? MOD_CTRL : 0U);
}

static void count_clicks(struct pointer *p, int64_t now,
			 struct mouse_event *mouse)
{
	const struct mouse_event *last = &p->pressed;
	bool again = last->clicks == 1 && last->button == mouse->button &&
		     last->y == mouse->y && last->x == mouse->x &&
		     now - p->pressed_at <= DOUBLE_CLICK_MS;

	mouse->clicks = again ? 2 : 1;
	p->pressed = *mouse;
	p->pressed_at = now;
}

static bool read_wheel(int code, struct mouse_event *mouse)
{
	int direction = code & BUTTON;

	mouse->action = direction ? MOUSE_WHEEL_DOWN : MOUSE_WHEEL_UP;
	mouse->button = 0;
	return direction <= 1;
}

static bool read_button(struct pointer *p, int64_t now,
			const struct pointer_report *r,
			struct mouse_event *mouse)
{
	bool none = (r->code & BUTTON) == BUTTON;
	bool release = r->release || (r->old && none && !(r->code & MOTION));

	if (none && !(r->old && release && p->pressed.button))
		return false;
	mouse->button = none ? p->pressed.button : (r->code & BUTTON) + 1;
	if (!release && !(r->code & MOTION)) {
		count_clicks(p, now, mouse);
		return true;
	}
	mouse->action = release ? MOUSE_RELEASE : MOUSE_DRAG;
	if (!release)
		p->pressed.clicks = 0;
	return true;
}

bool pointer_read(struct pointer *p, int64_t now,
		  const struct pointer_report *r, struct mouse_event *mouse)
{
	if (r->code < 0 || r->code >= OTHER || r->column < 1 || r->row < 1)
		return false;
	*mouse = (struct mouse_event){
		.action = MOUSE_PRESS,
		.y = r->row - 1,
		.x = r->column - 1,
		.modifiers = modifiers(r->code),
	};
	return r->code & WHEEL ? read_wheel(r->code, mouse)
			       : read_button(p, now, r, mouse);
}
