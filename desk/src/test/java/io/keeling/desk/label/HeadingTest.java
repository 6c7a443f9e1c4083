package io.keeling.desk.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.desk.messages.Languages;
import io.keeling.desk.running.SampleTopics;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.Vocabulary;
import io.keeling.search.query.Filters;
import io.keeling.search.query.ParsedQuery;
import io.keeling.search.query.QueryParser;
import io.keeling.search.query.QueryParser.Manner;
import io.keeling.search.query.Stories;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadingTest {

  private static final Map<String, String> OUTLETS = Map.of("post.example", "The Harbour Post");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | Everything read | Alles Gelesene",
        "climate=main&climate=mention | Climate news | Klimanachrichten",
        "climate=none | Not about climate | Nicht über das Klima",
        "topic=coal&country=DE | Coal in Germany | Kohle in Deutschland",
        "topic=coal&country=US | Coal in the United States | Kohle in den Vereinigten Staaten",
        "topic=coal&topicGrade=mention | Mentions of Coal | Erwähnungen: Kohle",
        "topic=coal&topic=oil-gas | Coal or Oil & gas | Kohle oder Öl und Gas",
        "country=CH&country=FR | News in Switzerland or in France | Nachrichten in der Schweiz oder in Frankreich",
        "source=post.example&climate=main&climate=mention | Climate news from The Harbour Post | Klimanachrichten von The Harbour Post",
        "q=heat+pump | “heat pump” | „heat pump“",
        "q=heat+pump&topic=coal&language=de | Coal: “heat pump”, in German | Kohle: „heat pump“, Sprache: Deutsch",
        "name=Mara+Quill&from=2026-11-01 | News with Mara Quill since 1 Nov 2026 | Nachrichten mit Mara Quill seit 1. Nov. 2026",
        "topic=coal&from=2026-11-01&to=2026-11-30 | Coal, 1 Nov 2026 to 30 Nov 2026 | Kohle, 1. Nov. 2026 bis 30. Nov. 2026",
        "topic=coal&from=2026-11-01&to=2026-11-01 | Coal, 1 Nov 2026 | Kohle, 1. Nov. 2026",
        "story=f00 | One story, every telling | Eine Geschichte, alle Fassungen",
        "source=a&source=b&source=c&source=d&source=e | News from a, b, c or 2 others | Nachrichten von a, b, c oder 2 weitere",
      })
  void saysWhatIsSeen(String query, String english, String german) {
    Labels labels = new Labels(SampleTopics.labels());
    Filters filters = read(query);

    assertThat(new Heading(labels, OUTLETS).of(filters)).isEqualTo(english);
    assertThat(new Heading(labels.in(Languages.of("de").orElseThrow()), OUTLETS).of(filters))
        .isEqualTo(german);
  }

  private static Filters read(String query) {
    Map<String, List<String>> parameters = new HashMap<>();
    for (String part : query.split("&")) {
      if (!part.isEmpty()) {
        String[] pair = part.split("=", 2);
        parameters
            .computeIfAbsent(pair[0], name -> new ArrayList<>())
            .add(pair[1].replace('+', ' '));
      }
    }
    var parsed =
        (ParsedQuery.Valid)
            new QueryParser(Manner.STRICT, 20, Stories.ALL, new ExpressionParser(Vocabulary.ANY))
                .parse(parameters);
    return parsed.query().filters();
  }
}
