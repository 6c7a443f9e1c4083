package io.keeling.training.topics;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.enriched.Topic;
import io.keeling.contract.enriched.TopicGrade;
import io.keeling.enrich.topics.TopicTagger;
import io.keeling.enrich.topics.TopicTagging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Scores climate grades and topics by labelled articles, beside a plain list of keywords; see
 * {@code docs/quality.md}. Not a test.
 *
 * <p>Arguments: the keywords; the labels, a table or a folder of our own news; {@code dev}, {@code
 * score} or {@code all}; then, for labels of pages, files of articles that {@code keeling extract}
 * wrote, each named after its set. With the system property {@code errors} it lists the errors of
 * the part that may be looked at; {@code language} is that of the texts where it is not English.
 */
public final class TopicEvaluation {

  private TopicEvaluation() {}

  public static void main(String[] arguments) throws IOException {
    KeywordBaseline keywords = new KeywordBaseline(Path.of(arguments[0]));
    Path labels = Path.of(arguments[1]);
    String part = arguments[2];
    Map<String, JsonNode> pages =
        LabelledArticle.pages(
            Arrays.stream(arguments).skip(3).map(Path::of).collect(Collectors.toList()));
    List<LabelledArticle> articles =
        Files.isDirectory(labels)
            ? LabelledArticle.news(labels)
            : LabelledArticle.read(labels, pages);
    String language = System.getProperty("language", "en");
    TopicTagger tagger = TopicTagger.load();
    TopicScores ours = new TopicScores();
    TopicScores either = new TopicScores();
    TopicScores plain = new TopicScores();
    for (LabelledArticle article : articles) {
      if (part.equals("all") || part.equals(article.part())) {
        TopicTagging tagging = tagger.tag(article.title(), article.text(), language);
        Set<String> given =
            tagging.topics().stream()
                .filter(topic -> topic.grade() == TopicGrade.MAIN)
                .map(Topic::id)
                .collect(Collectors.toSet());
        ours.add(article, article.topics(), tagging.climate(), given);
        either.add(article, both(article), tagging.climate(), ids(tagging));
        plain.add(article, article.topics(), keywords.climate(article), keywords.topics(article));
        if (article.part().equals("dev") && System.getProperty("errors") != null) {
          printErrors(article, tagging, given);
        }
      }
    }
    System.out.println(ours.details());
    System.out.println("Keeling: " + ours.summary());
    System.out.println("Keeling, topics main or mention: " + either.summary());
    System.out.println("keywords: " + plain.summary());
  }

  private static Set<String> both(LabelledArticle article) {
    Set<String> topics = new HashSet<>(article.topics());
    topics.addAll(article.mentions());
    return topics;
  }

  private static Set<String> ids(TopicTagging tagging) {
    return tagging.topics().stream().map(Topic::id).collect(Collectors.toSet());
  }

  private static void printErrors(
      LabelledArticle article, TopicTagging tagging, Set<String> given) {
    String grade = tagging.climate().grade().name().toLowerCase(java.util.Locale.ROOT);
    if (!grade.equals(article.grade()) || !given.equals(article.topics())) {
      System.out.printf(
          "%s found %s %.2f, %s found %s: %s%n",
          article.grade(),
          grade,
          tagging.climate().score(),
          article.topics(),
          given,
          (article.title() + " / " + article.text()).replace('\n', ' '));
    }
  }
}
