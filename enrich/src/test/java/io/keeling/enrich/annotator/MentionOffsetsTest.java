package io.keeling.enrich.annotator;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.Mention;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.NameType;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MentionOffsetsTest {

  private static final Annotator ANNOTATOR = new Annotator(AnnotatorResources.load());

  @Property(tries = 300)
  void everyMentionCutsItsOwnFormOutOfTheText(
      @ForAll @From("texts") String text, @ForAll @From("languages") String language) {
    Explanation explanation = ANNOTATOR.explain("Georgia", text, language);

    for (ExplainedName explained : explanation.names()) {
      Name name = explained.name();
      assertThat(name.mentions()).isNotEmpty();
      assertThat(explained.forms()).hasSameSizeAs(name.mentions());
      for (int i = 0; i < name.mentions().size(); i++) {
        Mention mention = name.mentions().get(i);
        assertThat(mention.start()).isBetween(0, mention.end() - 1);
        assertThat(mention.end()).isLessThanOrEqualTo(text.length());
        String form = text.substring(mention.start(), mention.end());
        assertThat(form).isEqualTo(explained.forms().get(i)).isEqualTo(form.strip());
        assertThat(halved(text, mention.start())).isFalse();
        assertThat(halved(text, mention.end())).isFalse();
      }
      if (name.type() != NameType.LOCATION) {
        assertThat(name.country()).isNull();
      }
    }
    assertThat(overlap(explanation.names())).isFalse();
  }

  /** Whether an offset lies between the halves of a surrogate pair. */
  private static boolean halved(String text, int offset) {
    return offset > 0
        && offset < text.length()
        && Character.isHighSurrogate(text.charAt(offset - 1))
        && Character.isLowSurrogate(text.charAt(offset));
  }

  private static boolean overlap(List<ExplainedName> names) {
    List<Mention> mentions =
        names.stream()
            .flatMap(n -> n.name().mentions().stream())
            .sorted(Comparator.comparingInt(Mention::start))
            .toList();
    for (int i = 1; i < mentions.size(); i++) {
      if (mentions.get(i).start() < mentions.get(i - 1).end()) {
        return true;
      }
    }
    return false;
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(
                8,
                Arbitraries.of(
                    "Paris",
                    "Texas",
                    "in Georgia",
                    "Washington, D.C.",
                    "ALBANY, N.Y. —",
                    "Co\u0302te d’Ivoire",
                    "the United States’",
                    "Mr Jordan",
                    "Michael Jordan",
                    "Chinese tariffs",
                    "United Nations (UN)",
                    "Elizabeth Street",
                    "Penarth Beach",
                    "S\u00e3o Paulo's",
                    "T\u00fcrkiye",
                    "said",
                    ", and",
                    ".",
                    "\n\n",
                    "(",
                    "🌍",
                    "👩‍🔬",
                    "\u200b",
                    "\u00ad",
                    "\ufeff",
                    "\u202e",
                    "北京",
                    "مصر",
                    "𝔓aris")),
            net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(8)));
    return pieces
        .list()
        .ofMaxSize(30)
        .flatMap(list -> Arbitraries.of(" ", "", "\u00a0").map(space -> String.join(space, list)));
  }

  @Provide
  Arbitrary<String> languages() {
    return Arbitraries.of("en", "en", "en", "de", "fr", "es", "ja", "und");
  }
}
