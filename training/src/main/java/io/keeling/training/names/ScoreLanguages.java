package io.keeling.training.names;

import io.keeling.models.lexical.LexicalTagger;
import io.keeling.models.lexical.NameLexicon;
import io.keeling.models.names.NameModel;
import io.keeling.models.names.NameSpan;
import io.keeling.models.names.NameTagger;
import io.keeling.models.text.TextAnalyzer;
import io.keeling.training.corpus.MarkedArticles;
import io.keeling.training.corpus.MarkedDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the score cards of the name taggers of other languages than English: {@code mvn -q -pl
 * training compile exec:java@score-languages -Dexec.args="training/eval PART [TAGGER]"}. A name
 * counts when its span and its type are exactly as marked.
 */
public final class ScoreLanguages {

  private static final Logger LOG = LoggerFactory.getLogger(ScoreLanguages.class);

  private ScoreLanguages() {}

  /**
   * @param args the folder of {@code names-LANGUAGE.tsv}; {@code dev} or {@code scored}; {@code
   *     english} for the English model alone; {@code errors} to list what went wrong
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      throw new IllegalArgumentException("usage: FOLDER dev|scored [english|errors]");
    }
    String mode = args.length > 2 ? args[2] : "";
    NameModel model = NameModel.load();
    for (String language : NameLexicon.LANGUAGES.stream().sorted().toList()) {
      Path file = Path.of(args[0], "names-" + language + ".tsv");
      List<MarkedDocument> documents = MarkedArticles.read(file, args[1]);
      TextAnalyzer analyzer = TextAnalyzer.forLanguage(language);
      NameTagger english = new NameTagger(model);
      LexicalTagger lexical = new LexicalTagger(NameLexicon.of(language), model);
      Function<MarkedDocument, List<NameSpan>> tagger =
          mode.equals("english")
              ? d -> english.tag(analyzer.analyze(d.text()))
              : d -> lexical.tag(analyzer.analyze(d.text()));
      LOG.info("{} {}\n{}", language, args[1], NameScoreCard.of(documents, tagger));
      if (mode.equals("errors")) {
        documents.forEach(document -> errors(document, tagger.apply(document)));
      }
    }
  }

  private static void errors(MarkedDocument document, List<NameSpan> found) {
    document
        .names()
        .forEach(
            (place, type) -> {
              boolean hit =
                  found.stream()
                      .anyMatch(
                          n ->
                              n.start() == place.start()
                                  && n.end() == place.end()
                                  && n.type() == type);
              if (!hit) {
                LOG.info("missed {} {}", type, shown(document, place.start(), place.end()));
              }
            });
    for (NameSpan name : found) {
      if (document.names().get(new MarkedDocument.Place(name.start(), name.end())) != name.type()) {
        LOG.info("wrong {} {}", name.type(), shown(document, name.start(), name.end()));
      }
    }
  }

  private static String shown(MarkedDocument document, int start, int end) {
    String text = document.text();
    return text.substring(Math.max(0, start - 25), start).replace('\n', ' ')
        + "["
        + text.substring(start, end)
        + "]"
        + text.substring(end, Math.min(text.length(), end + 20)).replace('\n', ' ');
  }
}
