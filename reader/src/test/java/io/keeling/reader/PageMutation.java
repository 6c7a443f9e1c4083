package io.keeling.reader;

import java.util.Random;
import java.util.regex.Pattern;

/**
 * Ways to break a page. Each takes and gives a page of one character a byte (Latin-1), so that a
 * cut falls on any byte, also inside a character.
 */
enum PageMutation {
  PIECE_OF_MARKUP {
    @Override
    String of(String page, Random random) {
      return insert(page, random.nextInt(page.length() + 1), pick(PIECES, random));
    }
  },
  BYTES_LOST {
    @Override
    String of(String page, Random random) {
      int at = random.nextInt(page.length() + 1);
      return page.substring(0, at)
          + page.substring(Math.min(page.length(), at + random.nextInt(300)));
    }
  },
  BYTE_CHANGED {
    @Override
    String of(String page, Random random) {
      StringBuilder changed = new StringBuilder(page);
      for (int i = random.nextInt(20); i >= 0; i--) {
        changed.setCharAt(random.nextInt(page.length()), (char) random.nextInt(256));
      }
      return changed.toString();
    }
  },
  TRUNCATED {
    @Override
    String of(String page, Random random) {
      return page.substring(0, 1 + random.nextInt(page.length()));
    }
  },
  TAGS_UNCLOSED {
    @Override
    String of(String page, Random random) {
      String share = random.nextBoolean() ? "[a-z0-9]+" : "(?:p|div|a|script|li|td|article)";
      return Pattern.compile("</" + share + ">").matcher(page).replaceAll("");
    }
  },
  ONE_TAG_FOR_ANOTHER {
    @Override
    String of(String page, Random random) {
      return page.replace("<" + pick(TAGS, random), "<" + pick(TAGS, random));
    }
  },
  BLOCK_REPEATED {
    @Override
    String of(String page, Random random) {
      int from = random.nextInt(page.length());
      int to = Math.min(page.length(), from + random.nextInt(800));
      int times = random.nextInt(8) == 0 ? 1_000 : 1 + random.nextInt(5);
      return insert(page, random.nextInt(page.length()), page.substring(from, to).repeat(times));
    }
  },
  NESTED_DEEPLY {
    @Override
    String of(String page, Random random) {
      String tag = pick(TAGS, random);
      int depth = times(600, MOST_ELEMENTS, random);
      String nested = insert(page, random.nextInt(page.length()), ("<" + tag + ">").repeat(depth));
      return random.nextBoolean() ? nested : nested + ("</" + tag + ">").repeat(depth);
    }
  },
  ATTRIBUTES_OF_RUBBISH {
    @Override
    String of(String page, Random random) {
      int tag = page.indexOf('<' + pick(TAGS, random));
      int at = tag < 0 ? random.nextInt(page.length()) : page.indexOf(' ', tag) + 1;
      return insert(page, at, pick(ATTRIBUTES, random) + " ");
    }
  },
  ATTRIBUTE_OF_GREAT_LENGTH {
    @Override
    String of(String page, Random random) {
      String word = pick(ATTRIBUTE_WORDS, random);
      String value = word.repeat(times(4_000, LONGEST_RUN / word.length(), random));
      int at = page.indexOf('<' + pick(TAGS, random));
      int end = at < 0 ? -1 : page.indexOf('>', at);
      String attribute = " " + pick(ATTRIBUTE_NAMES, random) + "=\"" + value + "\"";
      return insert(page, end < 0 ? random.nextInt(page.length()) : end, attribute);
    }
  },
  ENTITIES_OF_RUBBISH {
    @Override
    String of(String page, Random random) {
      String entity = pick(ENTITIES, random);
      return random.nextBoolean()
          ? insert(page, random.nextInt(page.length()), entity)
          : page.replace(" ", " " + entity);
    }
  },
  NULLS {
    @Override
    String of(String page, Random random) {
      int at = random.nextInt(page.length());
      return random.nextInt(4) == 0
          ? page.replace("e", "e\u0000")
          : insert(page, at, "\u0000".repeat(1 + random.nextInt(400)));
    }
  },
  JSON_BROKEN {
    @Override
    String of(String page, Random random) {
      int script = page.indexOf("ld+json");
      int end = script < 0 ? -1 : page.indexOf("</script", script);
      if (end < 0) {
        return page.replaceFirst(
            "<body",
            "<script type='application/ld+json'>"
                + pick(JSON, random).repeat(50)
                + "</script><body");
      }
      int at = script + random.nextInt(end - script);
      return random.nextBoolean()
          ? insert(page, at, pick(JSON, random).repeat(1 + random.nextInt(2_000)))
          : page.substring(0, at) + page.substring(Math.min(end, at + random.nextInt(60)));
    }
  },
  DIGITS_CHANGED {
    @Override
    String of(String page, Random random) {
      StringBuilder changed = new StringBuilder(page);
      for (int i = 0; i < page.length(); i++) {
        if (Character.isDigit(page.charAt(i)) && random.nextInt(3) == 0) {
          changed.setCharAt(i, (char) ('0' + random.nextInt(10)));
        }
      }
      return changed.toString();
    }
  },
  VALUE_REPLACED {
    @Override
    String of(String page, Random random) {
      int from = page.indexOf('"', random.nextInt(page.length()));
      int to = from < 0 ? -1 : page.indexOf('"', from + 1);
      return to < 0
          ? page
          : page.substring(0, from + 1) + pick(VALUES, random) + page.substring(to);
    }
  },
  WORD_OF_GREAT_LENGTH {
    @Override
    String of(String page, Random random) {
      String word = pick(LONG_WORDS, random);
      String run = word.repeat(times(20_000, LONGEST_RUN / word.length(), random));
      return insert(page, random.nextInt(page.length()), run);
    }
  },
  SIBLINGS_WITHOUT_NUMBER {
    @Override
    String of(String page, Random random) {
      String tag = pick(TAGS, random);
      String sibling = "<" + tag + ">" + pick(SHORT_TEXTS, random);
      sibling += random.nextBoolean() ? "</" + tag + ">" : "";
      String siblings = sibling.repeat(times(200, LONGEST_RUN / sibling.length(), random));
      return insert(page, random.nextInt(page.length()), siblings);
    }
  },
  MARKS_IN_A_RUN {
    @Override
    String of(String page, Random random) {
      String mark = pick(COMBINING_MARKS, random);
      mark = random.nextBoolean() ? mark : mark + pick(COMBINING_MARKS, random);
      String run = mark.repeat(times(200, LONGEST_RUN / mark.length(), random));
      return insert(page, random.nextInt(page.length()), pick(LETTERS, random) + run);
    }
  },
  NO_CHARACTERS {
    @Override
    String of(String page, Random random) {
      String none = pick(NONCHARACTERS, random);
      String run = none.repeat(times(200, LONGEST_RUN / none.length(), random));
      return insert(page, random.nextInt(page.length()), run);
    }
  };

  /** Nested or unclosed, so that whatever looks around each of them shows. */
  private static final int MOST_ELEMENTS = 500_000;

  /** One in so many pages is as bad as can be; such a page takes as long as a hundred others. */
  private static final int WORST = 24;

  /** In characters: an attribute or a word of a megabyte. */
  private static final int LONGEST_RUN = 1_000_000;

  private static final String[] PIECES = {
    "<",
    ">",
    "</",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<style>",
    "</div>",
    "<table>",
    "<p",
    "\"",
    "'",
    "&#",
    "<svg>",
    "<math>",
    "<noscript>",
    "<form>",
    "<a href=",
    "<!DOCTYPE",
    "<template>",
    "<br>",
    "<frameset>",
    "<plaintext>",
    "<textarea>",
    "<select><option>",
    "<![CDATA[",
    "<?xml version='1.0' encoding='utf-16'?>",
    "<base href='//:0'>",
    "<html lang='\u00FF'>",
    "<h1></h1>",
    "<title>",
    "<iframe>",
    "<body onload=''>",
    "<meta charset='utf-7'>"
  };
  private static final String[] TAGS = {
    "p",
    "div",
    "a",
    "span",
    "article",
    "h1",
    "h2",
    "table",
    "tr",
    "td",
    "ul",
    "li",
    "b",
    "figure",
    "blockquote",
    "section",
    "meta",
    "time",
    "script",
    "main",
    "form",
    "svg",
    "dl",
    "header",
    "i",
    "font",
    "footer",
    "nav",
    "aside",
    "button",
    "object",
    "select",
    "option",
    "ruby",
    "rt",
    "dd",
    "template",
    "noscript",
    "figcaption",
    "x-element"
  };
  private static final String[] SHORT_TEXTS = {
    "",
    "a ",
    "x. ",
    "The tide rose. ",
    "By Anna Berg",
    "4 March 2026",
    "<br>",
    "<img src=a.jpg>",
    "<a href=b>c"
  };
  private static final String[] LETTERS = {"", "e", " ", "2026", "By A", "\u00E4\u00B8\u00AD"};

  /** Of several classes, so that they are out of order, as UTF-8; and one as a reference. */
  private static final String[] COMBINING_MARKS = {
    "\u00CC\u0081",
    "\u00CC\u0095",
    "\u00CC\u00A7",
    "\u00D6\u00B8",
    "\u00E0\u00B9\u0088",
    "\u00F0\u009D\u0085\u00A5",
    "&#x301;"
  };

  /** Surrogates alone, the last code point, and what Unicode says are no characters. */
  private static final String[] NONCHARACTERS = {
    "\u00ED\u00A0\u0080",
    "&#xD800;",
    "&#xDFFF; ",
    "\u00F4\u008F\u00BF\u00BF",
    "&#x10FFFF;",
    "\u00EF\u00BF\u00BE"
  };

  private static final String[] ATTRIBUTES = {
    "class",
    "=",
    "\"",
    "class=\"",
    "id='",
    "=\"x\"=y",
    "a<b",
    "/",
    "style=display:none",
    "href=javascript:alert(1)",
    "href='http://['",
    "itemprop=articleBody",
    "itemprop=\"datePublished",
    "content",
    "datetime='0000-00-00T99:99:99Z'",
    "datetime=''",
    "hidden",
    "aria-hidden=true",
    "rel=canonical href='http://%%%'",
    "\u0000=\u0000",
    "class='comments related paywall consent'"
  };
  private static final String[] ATTRIBUTE_NAMES = {
    "class", "id", "style", "href", "content", "alt", "datetime", "src", "x", "lang"
  };
  private static final String[] ATTRIBUTE_WORDS = {
    "related ",
    "x",
    "article-body ",
    "-",
    "display:none;",
    "%20",
    "2026-11-2",
    "a/",
    "&amp;",
    "--__",
    "e\u00CC\u0081",
    "\u00CC\u0081\u00CC\u0095",
    "By A. ",
    "http://a/?b=c&"
  };
  private static final String[] ENTITIES = {
    "&#0;",
    "&#xD800;",
    "&#xFFFFFFFFFF;",
    "&#99999999999999999999;",
    "&#x110000;",
    "&amp",
    "&;",
    "&#;",
    "&#x;",
    "&nosuchthing;",
    "&#8206;",
    "&#173;",
    "&zwnj;",
    "&nbsp;",
    "&#xFEFF;",
    "&#x1F600;"
  };
  private static final String[] JSON = {
    "[",
    "{",
    "}",
    "]",
    "{\"@graph\":[",
    "\"",
    "\\",
    "\\u12",
    "\\ud800",
    ",",
    ":",
    "null",
    "1e999999",
    "{\"@type\":\"NewsArticle\",\"author\":",
    "\u0000",
    "-",
    "</scr",
    "<!--",
    "\"author\":[null,{}]",
    "9999999999999999999999",
    "\"datePublished\":-1,",
    "\"@id\":\"#\","
  };
  private static final String[] VALUES = {
    "",
    " ",
    "0",
    "-1",
    "null",
    "undefined",
    "http://",
    "http://[::",
    "//",
    "https://user@:99999/",
    "9999-99-99",
    "0000-00-00",
    "+999999999-12-31T23:59:59Z",
    "31/02/2026",
    "99:99",
    "1e400",
    "9223372036854775808",
    "NewsArticle",
    "false",
    "[]",
    "{}",
    "{{title}}",
    "\u00C3\u00A4".repeat(9),
    "http://a/?" + "&".repeat(50),
    "\u00ED\u00A0\u0080",
    "\u00F0\u009F\u0098\u0080",
    "a".repeat(5_000)
  };
  private static final String[] LONG_WORDS = {
    "x",
    ".",
    ",",
    "1",
    " ",
    "-",
    "\u00E2\u0080\u008B",
    "\u00E3\u0081\u0082",
    "A B ",
    "By ",
    "\n",
    "&",
    "(",
    "a@",
    "2026 ",
    "| ",
    "a, ",
    "/"
  };

  /** The broken page, of at least one byte if the page has one. */
  abstract String of(String page, Random random);

  /** Seldom as many as can be, else some. */
  private static int times(int some, int most, Random random) {
    return random.nextInt(WORST) == 0 ? most : 1 + random.nextInt(some);
  }

  private static String insert(String page, int at, String piece) {
    return page.substring(0, at) + piece + page.substring(at);
  }

  private static String pick(String[] choices, Random random) {
    return choices[random.nextInt(choices.length)];
  }
}
