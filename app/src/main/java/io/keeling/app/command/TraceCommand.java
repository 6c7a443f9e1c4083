package io.keeling.app.command;

import io.keeling.app.failure.UserException;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.removal.ArticleTarget;
import io.keeling.app.terminal.Table;
import io.keeling.app.trace.ArticleTrace;
import io.keeling.app.trace.Sighting;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code keeling trace}, which shows the way of an article through the topics. */
@Command(
    name = "trace",
    description = {
      "Shows the way of an article through the topics, with times and outcomes.",
      "It also finds an article that never arrived. Requests and pages are kept for a week, dead"
          + " letters for a month.",
      "Results of a page have the time of the page. The topics do not show whether the article"
          + " was stored: look at the desk, or for a dead letter."
    })
public final class TraceCommand extends KeelingCommand implements Runnable {

  @Parameters(paramLabel = "ID|URL", description = "The article's id, or its address.")
  private String article;

  @Mixin private ConfigOption config;

  @Override
  public void run() {
    ArticleTarget target = target();
    KafkaConnection kafka = Kafka.reachable(config.load().kafka().connection(), Topics.ARTICLES);
    List<Sighting> sightings = new ArticleTrace(kafka, target).look();
    if (sightings.isEmpty()) {
      throw new UserException(
          "no topic has a record about "
              + article
              + ": it was not requested in the last week, or under another address. \"keeling"
              + " sources"
              + " check\" tells how its source is.");
    }
    Table table = new Table().row("WHEN", "TOPIC", "TRACE", "WHAT");
    for (Sighting sighting : sightings) {
      table.row(
          sighting.at().truncatedTo(ChronoUnit.MILLIS),
          sighting.topic(),
          sighting.trace().isEmpty() ? "-" : sighting.trace(),
          sighting.what());
    }
    print(table.lines());
  }

  private ArticleTarget target() {
    try {
      ArticleTarget target = ArticleTarget.of(article);
      if (target.isOne()) {
        return target;
      }
    } catch (IllegalArgumentException e) {
      // The exception below reports the invalid text.
    }
    throw new UserException(
        article + " is neither an article's id (32 hexadecimal digits) nor an address.");
  }
}
