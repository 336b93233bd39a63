/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of the field table for touchpoints, in the order in which they are
 * shown and in which new keys take their place in the file: the story first,
 * then the equation What + Who = How, then the senses, and so on down to what
 * few designers need.
 */
#include "journey/fields.h"

#include "i18n.h"

static const struct choice kinds[] = {
	{ .name = "service", .help = N_("it answers a need") },
	{ .name = "experience",
	  .help = N_("it adds what nobody has asked for") },
	{ .name = NULL },
};

static const struct choice sides[] = {
	{ .name = "customer", .help = N_("the customer acts") },
	{ .name = "company", .help = N_("the company acts") },
	{ .name = NULL },
};

static const struct choice initiatives[] = {
	{ .name = "reactive", .help = N_("you act once you are asked") },
	{ .name = "proactive", .help = N_("you come first") },
	{ .name = "interactive",
	  .help = N_("it takes shape between the two of you") },
	{ .name = NULL },
};

static const struct choice roles[] = {
	{ .name = "refer", .help = N_("the customer recommends you") },
	{ .name = "review", .help = N_("the customer says how it was") },
	{ .name = "return", .help = N_("the customer comes back") },
	{ .name = "thank", .help = N_("you thank the customer") },
	{ .name = NULL },
};

static const struct choice awaited[] = {
	{ .name = "reply", .help = N_("the customer waits to hear from you") },
	{ .name = NULL },
};

const struct choice fields_sources[] = {
	{ .name = "assumed", .help = N_("you suppose so") },
	{ .name = "observed", .help = N_("somebody has seen it") },
	{ .name = "measured", .help = N_("there are figures") },
	{ .name = NULL },
};

static const struct choice yes[] = {
	{ .name = "yes", .help = N_("it is so") },
	{ .name = NULL },
};

const struct field fields_touchpoint[T_FIELDS] = {
	[T_ID] = {
		.name = "id",
		.label = N_("id"),
		.help = N_("A short name of small letters, digits and "
			   "hyphens that links refer to."),
		.kind = FIELD_ID,
		.group = GROUP_STORY,
	},
	[T_NAME] = {
		.name = "name",
		.label = N_("name"),
		.help = N_("What would you call this moment if you told a "
			   "friend about it?"),
		.kind = FIELD_TEXT,
		.group = GROUP_STORY,
		.synonyms = (const char *const[]){ "title", NULL },
	},
	[T_SCENE] = {
		.name = "scene",
		.label = N_("scene"),
		.help = N_("What happens? Tell it to the customer, as one "
			   "frame of a storyboard."),
		.kind = FIELD_LONG,
		.group = GROUP_STORY,
		.synonyms = (const char *const[]){ "description", "story",
						   NULL },
	},
	[T_WHAT] = {
		.name = "what",
		.label = N_("promise"),
		.help = N_("What do you promise here? One sentence the "
			   "customer could hold you to."),
		.kind = FIELD_LONG,
		.group = GROUP_EQUATION,
		.synonyms = (const char *const[]){ "promise", NULL },
	},
	[T_WHO] = {
		.name = "who",
		.label = N_("owner"),
		.help = N_("Who answers for it? Exactly one owner; whoever "
			   "else helps is named in 'with'."),
		.kind = FIELD_OWNER,
		.group = GROUP_EQUATION,
		.synonyms = (const char *const[]){ "owner", "owned-by",
						   "responsible", NULL },
	},
	[T_HOW] = {
		.name = "how",
		.label = N_("delivery"),
		.help = N_("How does that owner keep that promise?"),
		.kind = FIELD_LONG,
		.group = GROUP_EQUATION,
		.synonyms = (const char *const[]){ "delivery", NULL },
	},
	[T_SEE] = {
		.name = "see",
		.label = N_("see"),
		.help = N_("What is there to see?"),
		.kind = FIELD_LONG,
		.group = GROUP_SENSES,
		.synonyms = (const char *const[]){ "sight", NULL },
	},
	[T_HEAR] = {
		.name = "hear",
		.label = N_("hear"),
		.help = N_("What is there to hear, and in which tone of "
			   "voice?"),
		.kind = FIELD_LONG,
		.group = GROUP_SENSES,
		.synonyms = (const char *const[]){ "sound", NULL },
	},
	[T_SMELL] = {
		.name = "smell",
		.label = N_("smell"),
		.help = N_("What is in the air?"),
		.kind = FIELD_LONG,
		.group = GROUP_SENSES,
		.synonyms = (const char *const[]){ "scent", NULL },
	},
	[T_TASTE] = {
		.name = "taste",
		.label = N_("taste"),
		.help = N_("What is there to taste?"),
		.kind = FIELD_LONG,
		.group = GROUP_SENSES,
	},
	[T_FEEL] = {
		.name = "feel",
		.label = N_("feel"),
		.help = N_("What is there to touch, and how should the "
			   "customer feel?"),
		.kind = FIELD_LONG,
		.group = GROUP_SENSES,
		.synonyms = (const char *const[]){ "touch", "feeling", NULL },
	},
	[T_IMPRESSION] = {
		.name = "impression",
		.label = N_("impression"),
		.help = N_("Which face should the customer make as they "
			   "leave this moment?"),
		.kind = FIELD_FACE,
		.group = GROUP_IMPRESSION,
		.synonyms = (const char *const[]){ "emoji", "face", NULL },
	},
	[T_EMOTION] = {
		.name = "emotion",
		.label = N_("emotion"),
		.help = N_("What is the emotion behind that face, in a "
			   "word or two?"),
		.kind = FIELD_TEXT,
		.group = GROUP_IMPRESSION,
		.synonyms = (const char *const[]){ "emotions", NULL },
	},
	[T_THINKS] = {
		.name = "thinks",
		.label = N_("thinks"),
		.help = N_("What does the customer think just now?"),
		.kind = FIELD_LONG,
		.group = GROUP_IMPRESSION,
		.synonyms = (const char *const[]){ "thought", "thoughts",
						   NULL },
	},
	[T_SAYS] = {
		.name = "says",
		.label = N_("says"),
		.help = N_("Which words do we show or speak?"),
		.kind = FIELD_LONG,
		.group = GROUP_IMPRESSION,
		.synonyms = (const char *const[]){ "words", NULL },
	},
	[T_KIND] = {
		.name = "kind",
		.label = N_("kind"),
		.help = N_("Service answers a need, experience adds what "
			   "nobody asked for; which is this?"),
		.kind = FIELD_CHOICE,
		.group = GROUP_KIND,
		.choices = kinds,
		.synonyms = (const char *const[]){ "type", NULL },
	},
	[T_BY] = {
		.name = "by",
		.label = N_("by"),
		.help = N_("Who acts here, the customer or the company?"),
		.kind = FIELD_CHOICE,
		.group = GROUP_KIND,
		.choices = sides,
	},
	[T_INITIATIVE] = {
		.name = "initiative",
		.label = N_("initiative"),
		.help = N_("Do you react, come first, or does it take "
			   "shape between the two of you?"),
		.kind = FIELD_CHOICE,
		.group = GROUP_KIND,
		.choices = initiatives,
	},
	[T_ROLE] = {
		.name = "role",
		.label = N_("role"),
		.help = N_("Does the customer come back, recommend you or "
			   "review you here, or do you thank them?"),
		.kind = FIELD_CHOICE,
		.group = GROUP_KIND,
		.choices = roles,
	},
	[T_CHANNEL] = {
		.name = "channel",
		.label = N_("channel"),
		.help = N_("Where does it happen: shop, phone, web, "
			   "letter, or anything else you write?"),
		.kind = FIELD_CHANNEL,
		.group = GROUP_PLACE,
		.synonyms = (const char *const[]){ "channels", "medium", NULL },
	},
	[T_WITH] = {
		.name = "with",
		.label = N_("with"),
		.help = N_("Who else takes part, beside the owner?"),
		.kind = FIELD_PEOPLE,
		.group = GROUP_PLACE,
		.synonyms = (const char *const[]){ "participants", NULL },
	},
	[T_DOES] = {
		.name = "does",
		.label = N_("customer does"),
		.help = N_("What does the customer do?"),
		.kind = FIELD_LONG,
		.group = GROUP_PLACE,
		.synonyms = (const char *const[]){ "action", "actions", NULL },
	},
	[T_BACKSTAGE] = {
		.name = "backstage",
		.label = N_("backstage"),
		.help = N_("What is done out of the customer's sight?"),
		.kind = FIELD_LONG,
		.group = GROUP_BELOW,
	},
	[T_SUPPORT] = {
		.name = "support",
		.label = N_("support"),
		.help = N_("What does the work rest on: systems, "
			   "suppliers, other departments?"),
		.kind = FIELD_LONG,
		.group = GROUP_BELOW,
		.synonyms = (const char *const[]){ "systems", NULL },
	},
	[T_EVIDENCE] = {
		.name = "evidence",
		.label = N_("evidence"),
		.help = N_("What proves that it is so? Words, or the path "
			   "of a picture or document."),
		.kind = FIELD_TEXTS,
		.group = GROUP_BELOW,
		.synonyms = (const char *const[]){ "proof", NULL },
	},
	[T_SURPRISE] = {
		.name = "surprise",
		.label = N_("surprise"),
		.help = N_("Which small touch does nobody expect?"),
		.kind = FIELD_LONG,
		.group = GROUP_CARE,
	},
	[T_PERSONAL] = {
		.name = "personal",
		.label = N_("personal"),
		.help = N_("What is made for this one customer alone?"),
		.kind = FIELD_LONG,
		.group = GROUP_CARE,
		.synonyms = (const char *const[]){ "personalisation",
						   "personalization", NULL },
	},
	[T_MOMENTS] = {
		.name = "moments",
		.label = N_("moments"),
		.help = N_("What are the smallest interactions within this "
			   "one?"),
		.kind = FIELD_TEXTS,
		.group = GROUP_CARE,
		.synonyms = (const char *const[]){ "moment", NULL },
	},
	[T_MOMENT_OF_TRUTH] = {
		.name = "moment-of-truth",
		.label = N_("moment of truth"),
		.help = N_("Is the whole journey won or lost here?"),
		.kind = FIELD_YES,
		.group = GROUP_CARE,
		.choices = yes,
	},
	[T_PROBLEM] = {
		.name = "problem",
		.label = N_("problem"),
		.help = N_("Does the customer have a problem here, or "
			   "bring you one?"),
		.kind = FIELD_YES,
		.group = GROUP_PROBLEMS,
		.choices = yes,
	},
	[T_PAIN] = {
		.name = "pain",
		.label = N_("pain"),
		.help = N_("What hurts?"),
		.kind = FIELD_LONG,
		.group = GROUP_PROBLEMS,
		.synonyms = (const char *const[]){ "pains", "pain-point",
						   NULL },
	},
	[T_RECOVERY] = {
		.name = "recovery",
		.label = N_("recovery"),
		.help = N_("How do you make it good?"),
		.kind = FIELD_LONG,
		.group = GROUP_PROBLEMS,
		.synonyms = (const char *const[]){ "recover", NULL },
	},
	[T_OPPORTUNITY] = {
		.name = "opportunity",
		.label = N_("opportunity"),
		.help = N_("What could be made of it?"),
		.kind = FIELD_LONG,
		.group = GROUP_PROBLEMS,
		.synonyms = (const char *const[]){ "opportunities", NULL },
	},
	[T_WITHIN] = {
		.name = "within",
		.label = N_("within"),
		.help = N_("Within what time do you promise it? 30 min, 2 "
			   "h, same day, immediately."),
		.kind = FIELD_DURATION,
		.group = GROUP_TIME,
		.synonyms = (const char *const[]){ "deadline", NULL },
	},
	[T_WAIT] = {
		.name = "wait",
		.label = N_("wait"),
		.help = N_("How long does the customer wait? 90 s, 30 min, "
			   "2 d."),
		.kind = FIELD_DURATION,
		.group = GROUP_TIME,
		.synonyms = (const char *const[]){ "waits", NULL },
	},
	[T_TOLD] = {
		.name = "told",
		.label = N_("told"),
		.help = N_("Are they told how long it will be? A known "
			   "wait is a shorter one."),
		.kind = FIELD_YES,
		.group = GROUP_TIME,
		.choices = yes,
	},
	[T_ANSWERS] = {
		.name = "answers",
		.label = N_("answers"),
		.help = N_("Which earlier touchpoints does this one "
			   "answer?"),
		.kind = FIELD_TOUCHPOINTS,
		.group = GROUP_LINKS,
		.synonyms = (const char *const[]){ "answer", NULL },
	},
	[T_FOLLOWS_UP] = {
		.name = "follows-up",
		.label = N_("follows up"),
		.help = N_("Which earlier touchpoints does this one ask "
			   "about, to hear whether all went well?"),
		.kind = FIELD_TOUCHPOINTS,
		.group = GROUP_LINKS,
		.synonyms = (const char *const[]){ "follow-up", "followup",
						   NULL },
	},
	[T_AWAITS] = {
		.name = "awaits",
		.label = N_("awaits"),
		.help = N_("Does the customer now wait for a reply?"),
		.kind = FIELD_CHOICE,
		.group = GROUP_LINKS,
		.choices = awaited,
	},
	[T_SERVES] = {
		.name = "serves",
		.label = N_("serves"),
		.help = N_("Which needs of the customers does it serve?"),
		.kind = FIELD_NEEDS,
		.group = GROUP_LINKS,
		.synonyms = (const char *const[]){ "needs", NULL },
	},
	[T_MEASURES] = {
		.name = "measures",
		.label = N_("measures"),
		.help = N_("The figures by which you grade yourself: "
			   "target, expected and actual."),
		.kind = FIELD_OTHER,
		.shape = "- {metric: wait, unit: min, better: lower, target: 5}",
		.group = GROUP_BENCHMARKS,
		.synonyms = (const char *const[]){ "measure", "metrics",
						   "benchmarks", NULL },
	},
	[T_NOTES] = {
		.name = "notes",
		.label = N_("notes"),
		.help = N_("Anything else worth keeping with this moment."),
		.kind = FIELD_LONG,
		.group = GROUP_OTHER,
		.synonyms = (const char *const[]){ "note", NULL },
	},
	[T_SOURCE] = {
		.name = "source",
		.label = N_("source"),
		.help = N_("How do you know: assumed, observed or "
			   "measured?"),
		.kind = FIELD_CHOICE,
		.group = GROUP_OTHER,
		.choices = fields_sources,
	},
	[T_WAIVE] = {
		.name = "waive",
		.label = N_("waivers"),
		.help = N_("Findings that you accept here, each with a "
			   "reason."),
		.kind = FIELD_OTHER,
		.shape = "- {rule: no-how, because: agreed at the counter}",
		.group = GROUP_OTHER,
	},
};
