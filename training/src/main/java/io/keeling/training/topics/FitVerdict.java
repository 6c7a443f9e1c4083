package io.keeling.training.topics;

import io.keeling.enrich.lexicon.LexiconHits;
import io.keeling.enrich.taxonomy.TaxonomyTopic;
import io.keeling.enrich.topics.ArticleFeatures;
import io.keeling.enrich.topics.CategorizedArticle;
import io.keeling.enrich.topics.VerdictWeights;
import io.keeling.models.names.NameModel;
import io.keeling.models.names.features.WordClusters;
import io.keeling.models.topics.ParagraphCategorizer;
import io.keeling.models.topics.WordVectors;
import io.keeling.training.corpus.LabelledParagraph;
import io.keeling.training.corpus.LabelledSentences;
import io.keeling.training.corpus.NewsArticle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fits {@link VerdictWeights}; see training/README.md for the command. A categorizer is sure of
 * what it learnt from, so two are trained, each on half of the corpus, and each reads the other
 * half: its paragraphs, sentences, news and pages as articles, longer ones put together from them,
 * and stretches of marked text. Whole articles that nothing is learnt from are read besides. The
 * counts were chosen by what docs/studies/fit-of-the-verdict.md compares.
 */
public final class FitVerdict {

  private static final Logger LOG = LoggerFactory.getLogger(FitVerdict.class);

  /** How many articles are put together from each half. */
  private static final int JOINED = 2000;

  /** For how many texts one of the whole articles counts. */
  private static final double WHOLE = 5;

  /**
   * For how many texts a stretch of marked text counts where the question is climate: of the texts
   * with its words, far more speak of it in the world than in our corpus, which is rich in traps.
   */
  private static final double REAL = 3;

  /**
   * For how many texts an article that was put together from our corpus counts where the question
   * is climate.
   */
  private static final double INVENTED = 0.3;

  /**
   * For how many texts a paragraph, a sentence or a short page counts where the question is topics:
   * these are far more than long articles, and short pages that count whole cost those of real
   * pages.
   */
  private static final double SHORT = 0.1;

  /** The log odds below which nothing is learnt from a topic: no passage comes near to it. */
  private static final double NEAR = -6;

  private final TopicCorpus corpus;
  private final LabelledSentences sentences;
  private final List<LabelledParagraph> whole;
  private final TopicExamples maker = new TopicExamples();
  private final Map<String, Fit> fits = new LinkedHashMap<>();
  private final List<ReadText> texts = new ArrayList<>();

  private FitVerdict(Path folder, Path texts) throws IOException {
    this.sentences = TopicCorpus.sentences(folder, texts);
    this.corpus = TopicCorpus.read(folder, sentences);
    this.whole = LabelledParagraph.read(folder.resolve("fit"));
    for (String question :
        List.of(
            VerdictWeights.CLIMATE,
            VerdictWeights.MAIN,
            VerdictWeights.ADJACENT,
            VerdictWeights.TOPIC)) {
      fits.put(question, new Fit());
    }
  }

  /**
   * @param args the folder of our corpus, the folder of the marked texts, and the file to write
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException("usage: CORPUS MARKED-TEXTS OUT.tsv");
    }
    VerdictWeights weights = new FitVerdict(Path.of(args[0]), Path.of(args[1])).fit();
    Files.writeString(Path.of(args[2]), weights.table(), StandardCharsets.UTF_8);
  }

  private VerdictWeights fit() throws IOException {
    WordClusters clusters = NameModel.load().clusters();
    TopicTrainer trainer = new TopicTrainer(clusters, WordVectors.load());
    for (int half = 0; half < 2; half++) {
      List<TopicExample> learnt = corpus.half(half, sentences).examples(maker);
      ParagraphCategorizer categorizer = new ParagraphCategorizer(trainer.train("half", learnt));
      read(categorizer, 1 - half);
      LOG.info("half {}: learnt {} passages", half, learnt.size());
    }
    Map<String, Map<String, Double>> weights = new LinkedHashMap<>();
    // Topics look at the odds of the others, so these come first.
    for (Map.Entry<String, Fit> fit : fits.entrySet()) {
      if (fit.getKey().equals(VerdictWeights.TOPIC)) {
        VerdictWeights so = VerdictWeights.of(weights);
        texts.forEach(text -> addTopics(text, so));
      }
      LOG.info("{}: {} rows", fit.getKey(), fit.getValue().size());
      weights.put(fit.getKey(), fit.getValue().weights());
    }
    return VerdictWeights.of(weights);
  }

  /**
   * How many texts one text counts for.
   *
   * @param grade where the question is whether it is about climate change, or adjacent to it
   * @param climate where the question is whether it speaks of it
   * @param topics where the question is a topic
   */
  private record Count(double grade, double climate, double topics) {

    static Count of(double texts) {
      return new Count(texts, texts, texts);
    }

    static Count ofShort() {
      return new Count(1, 1, SHORT);
    }
  }

  /** A text as the verdict sees it. */
  private record ReadText(LabelledParagraph label, Count count, ArticleFeatures features) {}

  private void read(ParagraphCategorizer categorizer, int unseen) {
    TopicCorpus half = corpus.half(unseen, sentences);
    half.paragraphs().forEach(paragraph -> read(categorizer, "", paragraph, Count.ofShort()));
    half.sentences().forEach(sentence -> read(categorizer, "", sentence, Count.ofShort()));
    sentences
        .articles(unseen)
        .forEach(article -> read(categorizer, "", article, new Count(1, REAL, 1)));
    for (NewsArticle article : half.unrelated()) {
      LabelledParagraph label =
          new LabelledParagraph(article.topics(), article.grade(), article.text());
      read(categorizer, article.title(), label, Count.of(1));
    }
    half.pages().forEach(page -> read(categorizer, page.title(), page.article(), Count.of(WHOLE)));
    half.shortPages()
        .forEach(page -> read(categorizer, page.title(), page.article(), Count.ofShort()));
    List<LabelledParagraph> parts = new ArrayList<>(half.paragraphs());
    parts.addAll(half.sentences());
    JoinedArticles joined = new JoinedArticles(parts, unseen);
    for (int i = 0; i < JOINED; i++) {
      read(categorizer, "", joined.next(), new Count(1, INVENTED, 1));
    }
    for (LabelledParagraph article : whole) {
      // Both halves read them.
      read(categorizer, "", article, Count.of(WHOLE / 2));
    }
  }

  private void read(
      ParagraphCategorizer categorizer, String title, LabelledParagraph label, Count count) {
    LexiconHits hits = maker.lexicon().find(title, label.text());
    CategorizedArticle categories =
        new CategorizedArticle(categorizer, maker.taxonomy(), hits, label.text());
    ArticleFeatures features = new ArticleFeatures(maker.taxonomy(), hits, categories);
    texts.add(new ReadText(label, count, features));
    boolean main = label.grade().equals("main");
    boolean speaks = main || label.grade().equals("mention");
    fit(VerdictWeights.CLIMATE).add(features.climate(), speaks, count.climate());
    if (speaks) {
      fit(VerdictWeights.MAIN).add(features.main(), main, count.grade());
    } else {
      fit(VerdictWeights.ADJACENT)
          .add(features.adjacent(), label.grade().equals("adjacent"), count.grade());
    }
  }

  private void addTopics(ReadText text, VerdictWeights weights) {
    double speaks = weights.odds(VerdictWeights.CLIMATE, text.features().climate());
    double close = weights.odds(VerdictWeights.ADJACENT, text.features().adjacent());
    for (int i = 0; i < maker.taxonomy().topics().size(); i++) {
      TaxonomyTopic topic = maker.taxonomy().topics().get(i);
      ArticleFeatures.TopicStrength strength = text.features().strength(i);
      boolean given = text.label().topics().contains(topic.id());
      if (given || strength.part() > 0 || strength.odds() > NEAR) {
        fit(VerdictWeights.TOPIC)
            .add(text.features().topic(i, speaks, close), given, text.count().topics());
      }
    }
  }

  private Fit fit(String question) {
    return Objects.requireNonNull(fits.get(question), question);
  }
}
