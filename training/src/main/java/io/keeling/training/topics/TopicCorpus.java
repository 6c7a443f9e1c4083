package io.keeling.training.topics;

import io.keeling.training.corpus.LabelledPage;
import io.keeling.training.corpus.LabelledParagraph;
import io.keeling.training.corpus.LabelledSentences;
import io.keeling.training.corpus.NewsArticle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The labelled texts that topics are learnt from.
 *
 * @param paragraphs our own
 * @param sentences those of marked text
 * @param unrelated news of our own that has nothing to do with our field
 * @param pages our own whole articles
 * @param shortPages our own pages of mostly four to seven paragraphs, many of them about nothing of
 *     ours in words of our field, or about climate change without its usual words
 */
record TopicCorpus(
    List<LabelledParagraph> paragraphs,
    List<LabelledParagraph> sentences,
    List<NewsArticle> unrelated,
    List<LabelledPage> pages,
    List<LabelledPage> shortPages) {

  /**
   * For how many paragraphs a sentence of marked text counts where a categorizer learns. Most were
   * chosen because an earlier model took them for our field;
   * docs/studies/how-topic-weights-are-learnt.md has what it changes.
   */
  private static final double SENTENCE = 0.3;

  /**
   * Reads our own part.
   *
   * @param folder that of our corpus, with {@code topics}, {@code news}, {@code pages} and {@code
   *     short-pages} in it
   */
  static TopicCorpus read(Path folder, LabelledSentences sentences) throws IOException {
    List<NewsArticle> unrelated =
        NewsArticle.read(folder.resolve("news")).stream()
            .filter(article -> article.grade().equals("none"))
            .toList();
    return new TopicCorpus(
        LabelledParagraph.read(folder.resolve("topics")),
        sentences.all(),
        unrelated,
        LabelledPage.read(folder.resolve("pages")),
        LabelledPage.read(folder.resolve("short-pages")));
  }

  /** Reads the labelled sentences of marked text. */
  static LabelledSentences sentences(Path folder, Path texts) throws IOException {
    return LabelledSentences.read(folder.resolve("sentences/labels.tsv"), texts);
  }

  /** One of two halves; neighbours, which may be about the same, are as likely apart as not. */
  TopicCorpus half(int which, LabelledSentences of) {
    return new TopicCorpus(
        paragraphs.stream().filter(p -> halfOf(p.text()) == which).toList(),
        of.half(which),
        unrelated.stream().filter(a -> halfOf(a.text()) == which).toList(),
        half(pages, which),
        half(shortPages, which));
  }

  private static List<LabelledPage> half(List<LabelledPage> pages, int which) {
    return pages.stream().filter(p -> halfOf(p.title()) == which).toList();
  }

  private static int halfOf(String text) {
    return Math.floorMod(text.hashCode() * 31, 1009) % 2;
  }

  /** What a categorizer learns from. */
  List<TopicExample> examples(TopicExamples maker) {
    List<TopicExample> examples = new ArrayList<>();
    paragraphs.forEach(paragraph -> examples.add(maker.of(paragraph, 1)));
    sentences.forEach(sentence -> examples.add(maker.of(sentence, SENTENCE)));
    unrelated.forEach(article -> examples.addAll(maker.ofUnrelated(article)));
    Stream.of(pages, shortPages)
        .flatMap(List::stream)
        .flatMap(page -> page.paragraphs().stream())
        .forEach(paragraph -> examples.add(maker.of(paragraph, 1)));
    return examples;
  }
}
