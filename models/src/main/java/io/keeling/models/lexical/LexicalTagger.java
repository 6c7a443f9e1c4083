package io.keeling.models.lexical;

import io.keeling.models.names.NameModel;
import io.keeling.models.names.NameSpan;
import io.keeling.models.names.NameTagger;
import io.keeling.models.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds names in a language that has no trained model. Uses the language's {@link NameLexicon},
 * shape and context, the names that the English model finds, and the rest of the document.
 *
 * <p><b>Not thread-safe: one for each thread.</b> Calls do not depend on earlier calls.
 */
public final class LexicalTagger {

  /** Number of passes over a document. With a single pass, F1 is three points lower. */
  private static final int PASSES = 2;

  /**
   * Score of a practically certain name. It only scales scores to probabilities, and does not
   * affect which names are found.
   */
  private static final double SURE = 6;

  private final NameLexicon lexicon;
  private final NameTagger english;

  /**
   * @param lexicon the lexicon of the language of the texts
   * @param english the English model, shared by all taggers
   */
  public LexicalTagger(NameLexicon lexicon, NameModel english) {
    this.lexicon = lexicon;
    this.english = new NameTagger(english);
  }

  /** Returns the names of the models in use, for {@code enrichment.models}. */
  public List<String> models() {
    return List.of(lexicon.name(), english.model().name() + "-as-evidence");
  }

  /**
   * Returns the names of one document in the order of the text; none overlap.
   *
   * @param document all sentences of the document, from {@link io.keeling.models.text.TextAnalyzer}
   */
  public List<NameSpan> tag(List<Sentence> document) {
    EnglishModelNames guess = new EnglishModelNames(english.tag(document));
    List<LexicalSentence> lines =
        document.stream()
            .map(
                sentence ->
                    LexicalSentence.of(
                        LexicalTokenizer.of(sentence, lexicon), lexicon.capitalisesNouns()))
            .toList();
    List<List<LexicalName>> found = read(lines, guess, new DocumentMemory(lines));
    for (int pass = 1; pass < PASSES; pass++) {
      DocumentMemory memory = new DocumentMemory(lines);
      for (int i = 0; i < lines.size(); i++) {
        memory.learn(lines.get(i), found.get(i), lexicon.personConnectors);
      }
      found = read(lines, guess, memory);
    }
    List<List<LexicalName>> mended = mended(lines, found);
    List<NameSpan> names = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<LexicalToken> units = lines.get(i).units();
      for (LexicalName name : mended.get(i)) {
        names.add(
            new NameSpan(
                units.get(name.start()).start(),
                units.get(name.end() - 1).end(),
                name.type(),
                Math.min(1, Math.max(Double.MIN_NORMAL, name.score() / SURE))));
      }
    }
    return names;
  }

  /** Drops or shortens the false names. */
  private List<List<LexicalName>> mended(
      List<LexicalSentence> lines, List<List<LexicalName>> found) {
    DocumentMemory memory = new DocumentMemory(lines);
    for (int i = 0; i < lines.size(); i++) {
      memory.learn(lines.get(i), found.get(i), lexicon.personConnectors);
    }
    FalseNameFilter mistaken = new FalseNameFilter(lines, lexicon, memory);
    List<List<LexicalName>> mended = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<LexicalName> names = new ArrayList<>();
      for (LexicalName name : found.get(i)) {
        LexicalName left = mistaken.mended(lines.get(i), name);
        if (left != null) {
          names.add(left);
        }
      }
      mended.add(names);
    }
    for (int i = 0; i < lines.size(); i++) {
      LexicalSentence line = lines.get(i);
      mended.get(i).removeIf(name -> mistaken.isNobody(line, name));
    }
    return mended;
  }

  private List<List<LexicalName>> read(
      List<LexicalSentence> lines, EnglishModelNames guess, DocumentMemory memory) {
    List<List<LexicalName>> found = new ArrayList<>(lines.size());
    for (LexicalSentence line : lines) {
      found.add(SemiMarkovDecoder.decode(line, new CandidateScore(line, lexicon, guess, memory)));
    }
    return found;
  }
}
