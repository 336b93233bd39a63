/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The twelve edits that YAML tools get wrong, each on a storyboard, to the
 * byte: the line that is edited changes and no other.
 */
#include "expect.h"

#include <criterion/criterion.h>

Test(twelve, plain_among_comments_and_blank_lines)
{
	expect_set("senseboard: 1\n"
		   "title: I replace my card      # in the customer's voice\n"
		   "\n"
		   "\n"
		   "# what we promise\n"
		   "promise: A routine call       # aligned\n"
		   "status: design                # aligned\n",
		   "promise", "You feel cared for",
		   "senseboard: 1\n"
		   "title: I replace my card      # in the customer's voice\n"
		   "\n"
		   "\n"
		   "# what we promise\n"
		   "promise: You feel cared for       # aligned\n"
		   "status: design                # aligned\n");
}

Test(twelve, single_quoted_beside_what_others_resolve)
{
	expect_set("a: \"caf\\u00e9\"\n"
		   "b: 0x1F\n"
		   "c: 1.50\n"
		   "d: ~\n"
		   "name: 'It''s the old one'\n"
		   "e: yes\n",
		   "name", "It's the new one",
		   "a: \"caf\\u00e9\"\n"
		   "b: 0x1F\n"
		   "c: 1.50\n"
		   "d: ~\n"
		   "name: 'It''s the new one'\n"
		   "e: yes\n");
}

static const char mixed[] = "owners:\n"
			    "- id: jocelyn\n"
			    "  name: Jocelyn\n"
			    "stages:\n"
			    "    - id: call\n"
			    "      touchpoints:\n"
			    "            - id: ring\n"
			    "              what: You know how long\n";

Test(twelve, item_into_the_deepest_of_mixed_indentation)
{
	expect_insert(mixed, "stages/0/touchpoints", NULL,
		      "- id: bracelet\n"
		      "  what: You are a person\n",
		      "owners:\n"
		      "- id: jocelyn\n"
		      "  name: Jocelyn\n"
		      "stages:\n"
		      "    - id: call\n"
		      "      touchpoints:\n"
		      "            - id: ring\n"
		      "              what: You know how long\n"
		      "            - id: bracelet\n"
		      "              what: You are a person\n");
}

Test(twelve, item_into_an_indentless_sequence)
{
	expect_insert(mixed, "owners", "owners/0",
		      "- id: dana\n"
		      "  name: Dana\n",
		      "owners:\n"
		      "- id: dana\n"
		      "  name: Dana\n"
		      "- id: jocelyn\n"
		      "  name: Jocelyn\n"
		      "stages:\n"
		      "    - id: call\n"
		      "      touchpoints:\n"
		      "            - id: ring\n"
		      "              what: You know how long\n");
}

Test(twelve, key_into_mixed_indentation)
{
	expect_insert(mixed, "stages/0", "stages/0/touchpoints",
		      "name: The call\n",
		      "owners:\n"
		      "- id: jocelyn\n"
		      "  name: Jocelyn\n"
		      "stages:\n"
		      "    - id: call\n"
		      "      name: The call\n"
		      "      touchpoints:\n"
		      "            - id: ring\n"
		      "              what: You know how long\n");
}

Test(twelve, item_removed_with_its_comment)
{
	expect_remove("owners:\n"
		      "  # the banker\n"
		      "  - id: jocelyn\n"
		      "    name: Jocelyn   # business\n"
		      "  # the machine\n"
		      "  # that answers\n"
		      "  - id: routing\n"
		      "    kind: system\n"
		      "  # the boss\n"
		      "  - id: head\n",
		      "owners/1",
		      "owners:\n"
		      "  # the banker\n"
		      "  - id: jocelyn\n"
		      "    name: Jocelyn   # business\n"
		      "  # the boss\n"
		      "  - id: head\n");
}

Test(twelve, key_removed_between_two_comments)
{
	expect_remove("name: The call\n"
		      "# about the goal\n"
		      "goal: Get a card\n"
		      "# about the notes\n"
		      "notes: none\n",
		      "goal",
		      "name: The call\n"
		      "# about the notes\n"
		      "notes: none\n");
}

Test(twelve, key_removed_between_two_headings)
{
	expect_remove("name: The call\n"
		      "\n"
		      "# --- goals ---\n"
		      "\n"
		      "goal: Get a card\n"
		      "\n"
		      "# --- notes ---\n"
		      "\n"
		      "notes: none\n",
		      "goal",
		      "name: The call\n"
		      "\n"
		      "# --- goals ---\n"
		      "\n"
		      "\n"
		      "# --- notes ---\n"
		      "\n"
		      "notes: none\n");
}

Test(twelve, key_added_before_the_next_comment)
{
	expect_insert("title: I replace my card\n"
		      "promise: You feel cared for\n"
		      "\n"
		      "# The people\n"
		      "owners: []\n",
		      "", "owners", "status: design\n",
		      "title: I replace my card\n"
		      "promise: You feel cared for\n"
		      "status: design\n"
		      "\n"
		      "# The people\n"
		      "owners: []\n");
}

Test(twelve, key_added_before_the_next_heading)
{
	expect_insert("title: I replace my card\n"
		      "promise: You feel cared for\n"
		      "\n"
		      "# --- People ---\n"
		      "\n"
		      "owners: []\n",
		      "", "owners", "status: design\n",
		      "title: I replace my card\n"
		      "promise: You feel cared for\n"
		      "status: design\n"
		      "\n"
		      "# --- People ---\n"
		      "\n"
		      "owners: []\n");
}

Test(twelve, last_item_moved_first)
{
	expect_move("stages:\n"
		    "\n"
		    "  # first things\n"
		    "  - id: a\n"
		    "    name: A\n"
		    "\n"
		    "  # then\n"
		    "  - id: b\n"
		    "    name: B\n"
		    "\n"
		    "  # last, with a text\n"
		    "  - id: c   # sea\n"
		    "    notes: |\n"
		    "      one\n"
		    "\n"
		    "      # no comment\n"
		    "# the end\n",
		    "stages/2", "stages", "stages/0",
		    "stages:\n"
		    "\n"
		    "  # last, with a text\n"
		    "  - id: c   # sea\n"
		    "    notes: |\n"
		    "      one\n"
		    "\n"
		    "      # no comment\n"
		    "\n"
		    "  # first things\n"
		    "  - id: a\n"
		    "    name: A\n"
		    "\n"
		    "  # then\n"
		    "  - id: b\n"
		    "    name: B\n"
		    "# the end\n");
}

Test(twelve, set_behind_a_mark_and_crlf)
{
	expect_set("\xef\xbb\xbfsenseboard: 1\r\n"
		   "title: Old   # mine\r\n"
		   "\r\n"
		   "status: design\r\n",
		   "title", "New\nof two lines",
		   "\xef\xbb\xbfsenseboard: 1\r\n"
		   "title: |-   # mine\r\n"
		   "  New\r\n"
		   "  of two lines\r\n"
		   "\r\n"
		   "status: design\r\n");
}

Test(twelve, insert_behind_a_mark_and_crlf)
{
	expect_insert("\xef\xbb\xbfsenseboard: 1\r\n"
		      "stages:\r\n"
		      "  - id: a\r\n"
		      "title: T\r\n",
		      "stages", NULL,
		      "- id: b\n"
		      "  notes: |\n"
		      "    text\n",
		      "\xef\xbb\xbfsenseboard: 1\r\n"
		      "stages:\r\n"
		      "  - id: a\r\n"
		      "  - id: b\r\n"
		      "    notes: |\r\n"
		      "      text\r\n"
		      "title: T\r\n");
}

#define LONG_LINE                                                        \
	"d: A line of one hundred columns and more stays in one piece, " \
	"whatever a writer of YAML may think of its length.\n"

static const char long_lines[] =
	"a: >-\n"
	"  It rings twice, and a short voice says how long\n"
	"  it will be.\n"
	"b: plain text that\n"
	"  goes on\n"
	"c: \"quoted text \\\n"
	"  that goes on\"\n" LONG_LINE "e: 'single\n"
	"\n"
	"  with a break'\n"
	"f: old\n";

Test(twelve, set_among_long_and_folded_lines)
{
	expect_set(long_lines, "f", "new",
		   "a: >-\n"
		   "  It rings twice, and a short voice says how long\n"
		   "  it will be.\n"
		   "b: plain text that\n"
		   "  goes on\n"
		   "c: \"quoted text \\\n"
		   "  that goes on\"\n" LONG_LINE "e: 'single\n"
		   "\n"
		   "  with a break'\n"
		   "f: new\n");
}

Test(twelve, folded_text_stays_folded)
{
	expect_set(long_lines, "a", "It rings once.",
		   "a: >-\n"
		   "  It rings once.\n"
		   "b: plain text that\n"
		   "  goes on\n"
		   "c: \"quoted text \\\n"
		   "  that goes on\"\n" LONG_LINE "e: 'single\n"
		   "\n"
		   "  with a break'\n"
		   "f: old\n");
}

Test(twelve, plain_text_of_two_lines_becomes_one)
{
	expect_set(long_lines, "b", "short",
		   "a: >-\n"
		   "  It rings twice, and a short voice says how long\n"
		   "  it will be.\n"
		   "b: short\n"
		   "c: \"quoted text \\\n"
		   "  that goes on\"\n" LONG_LINE "e: 'single\n"
		   "\n"
		   "  with a break'\n"
		   "f: old\n");
}

static const char blocks[] = "a: |\n"
			     "  one\n"
			     "\n"
			     "b: |+\n"
			     "  two\n"
			     "\n"
			     "c: >-\n"
			     "  three\n"
			     "\n"
			     "# about d\n"
			     "d: |2\n"
			     "    four\n"
			     "\n"
			     "  # none\n"
			     "e: 5\n";

Test(twelve, literal_keeps_the_blank_line_after_it)
{
	expect_set(blocks, "a", "uno\n",
		   "a: |\n"
		   "  uno\n"
		   "\n"
		   "b: |+\n"
		   "  two\n"
		   "\n"
		   "c: >-\n"
		   "  three\n"
		   "\n"
		   "# about d\n"
		   "d: |2\n"
		   "    four\n"
		   "\n"
		   "  # none\n"
		   "e: 5\n");
}

Test(twelve, kept_blank_lines_go_with_their_value)
{
	expect_set(blocks, "b", "dos",
		   "a: |\n"
		   "  one\n"
		   "\n"
		   "b: |-\n"
		   "  dos\n"
		   "c: >-\n"
		   "  three\n"
		   "\n"
		   "# about d\n"
		   "d: |2\n"
		   "    four\n"
		   "\n"
		   "  # none\n"
		   "e: 5\n");
}

Test(twelve, block_removed_with_its_own_comment_only)
{
	expect_remove(blocks, "d",
		      "a: |\n"
		      "  one\n"
		      "\n"
		      "b: |+\n"
		      "  two\n"
		      "\n"
		      "c: >-\n"
		      "  three\n"
		      "e: 5\n");
}

Test(twelve, kept_blank_lines_may_not_become_more)
{
	refused_remove(blocks, "c", 4);
}

static const char odd[] = "%YAML 1.1\n"
			  "# one\n"
			  "---   # here\n"
			  "base: &base\n"
			  "  who: jocelyn\n"
			  "  long: !!str 12\n"
			  "one: &one\n"
			  "  <<: *base   # merged\n"
			  "  how: asks\n"
			  "  same: *base\n"
			  "...\n"
			  "# two\n"
			  "---\n"
			  "two: 2\n";

Test(twelve, set_among_anchors_merges_and_directives)
{
	expect_set(odd, "one/how", "Leaves the form",
		   "%YAML 1.1\n"
		   "# one\n"
		   "---   # here\n"
		   "base: &base\n"
		   "  who: jocelyn\n"
		   "  long: !!str 12\n"
		   "one: &one\n"
		   "  <<: *base   # merged\n"
		   "  how: Leaves the form\n"
		   "  same: *base\n"
		   "...\n"
		   "# two\n"
		   "---\n"
		   "two: 2\n");
}

Test(twelve, tag_stays_at_its_value)
{
	expect_set(odd, "base/long", "a dozen",
		   "%YAML 1.1\n"
		   "# one\n"
		   "---   # here\n"
		   "base: &base\n"
		   "  who: jocelyn\n"
		   "  long: !!str a dozen\n"
		   "one: &one\n"
		   "  <<: *base   # merged\n"
		   "  how: asks\n"
		   "  same: *base\n"
		   "...\n"
		   "# two\n"
		   "---\n"
		   "two: 2\n");
}

Test(twelve, second_document_is_one_too)
{
	expect_insert(odd, "@1", NULL, "three: 3\n",
		      "%YAML 1.1\n"
		      "# one\n"
		      "---   # here\n"
		      "base: &base\n"
		      "  who: jocelyn\n"
		      "  long: !!str 12\n"
		      "one: &one\n"
		      "  <<: *base   # merged\n"
		      "  how: asks\n"
		      "  same: *base\n"
		      "...\n"
		      "# two\n"
		      "---\n"
		      "two: 2\n"
		      "three: 3\n");
}

Test(twelve, anchor_is_not_taken_from_under_its_alias)
{
	refused_remove(odd, "base", 4);
}

static const char flow[] = "senses: {\n"
			   "  see: a card,      # the old one\n"
			   "  hear: nothing,\n"
			   "  # nobody touches it\n"
			   "  feel: worn        # at the edges\n"
			   "}   # of five\n"
			   "needs: [a card]\n";

Test(twelve, value_in_a_flow_of_several_lines)
{
	expect_set(flow, "senses/see", "a new card",
		   "senses: {\n"
		   "  see: a new card,      # the old one\n"
		   "  hear: nothing,\n"
		   "  # nobody touches it\n"
		   "  feel: worn        # at the edges\n"
		   "}   # of five\n"
		   "needs: [a card]\n");
}

Test(twelve, key_removed_from_a_flow_of_several_lines)
{
	expect_remove(flow, "senses/hear",
		      "senses: {\n"
		      "  see: a card,      # the old one\n"
		      "  # nobody touches it\n"
		      "  feel: worn        # at the edges\n"
		      "}   # of five\n"
		      "needs: [a card]\n");
}

Test(twelve, key_added_last_to_a_flow_of_several_lines)
{
	expect_insert(flow, "senses", NULL, "smell: none\n",
		      "senses: {\n"
		      "  see: a card,      # the old one\n"
		      "  hear: nothing,\n"
		      "  # nobody touches it\n"
		      "  feel: worn,        # at the edges\n"
		      "  smell: none\n"
		      "}   # of five\n"
		      "needs: [a card]\n");
}
