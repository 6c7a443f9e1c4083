package io.keeling.app.command;

import io.keeling.app.correction.Corrections;
import io.keeling.app.correction.LabelExport;
import io.keeling.app.failure.UserException;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.removal.ArticleTarget;
import io.keeling.app.terminal.Printable;
import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code keeling corrections}: shows, makes and undoes corrections of tags. */
@Command(
    name = "corrections",
    description =
        "Lists, makes and undoes editors' corrections of tags, and exports them as labels.")
public final class CorrectionsCommand extends KeelingCommand.Group {

  /** Options for the correction. */
  static final class Options {
    @Parameters(paramLabel = "ID|URL", description = "An article's id or address.")
    private String article = "";

    @Option(
        names = "--tag",
        paramLabel = "KIND",
        required = true,
        description = "topic, climate, name, country, or article: the page as a whole.")
    private String tag = "";

    @Option(
        names = "--subject",
        paramLabel = "TEXT",
        description =
            "Which tag of this kind: a topic's id, a name's label or text, a country's code.")
    private @Nullable String subject;

    @Option(
        names = "--says",
        paramLabel = "WHAT",
        required = true,
        description = {
          "The right value. Of a topic: main, mention, absent. Of climate: main, mention,"
              + " adjacent,",
          "none. Of a name: person, organization, location, unlinked, absent. Of a country:"
              + " present,",
          "absent. Of article: absent."
        })
    private String says = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "Why; 500 characters at most.")
    private @Nullable String note;
  }

  /** Option for the editor's name. */
  static final class By {
    @Option(
        names = "--by",
        paramLabel = "NAME",
        description = "Name of the editor (default: the user of this system).")
    private String name = System.getProperty("user.name", "operator");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the last correction of each tag, of one article or of all.")
  void list(
      @Mixin ConfigOption config,
      @Parameters(arity = "0..1", paramLabel = "ID|URL", description = "An article.")
          @Nullable String article) {
    ArticleTarget target = article == null ? null : target(article);
    new Corrections(kafka(config, Topics.CORRECTIONS))
        .find(id -> target == null || target.isId(id))
        .values()
        .forEach(this::tell);
  }

  private void tell(TagCorrection said) {
    TagCorrection.Undone undone = said.undone();
    print(
        Printable.line(
            "%s  %s  %s%s: %s (%s, %s)%s%s"
                .formatted(
                    said.article(),
                    said.id(),
                    said.tag().code(),
                    said.subject() == null ? "" : " " + said.subject(),
                    said.says(),
                    said.who(),
                    said.at().truncatedTo(ChronoUnit.SECONDS),
                    undone == null ? "" : ", undone by " + undone.who(),
                    said.note() == null ? "" : ": " + said.note())));
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = {
        "Corrects a tag by giving the right value.",
        "A correction overrides the models until it is undone; the last one of a tag counts."
      })
  void add(@Mixin ConfigOption config, @Mixin Options options, @Mixin By by) {
    CorrectedTag tag =
        CorrectedTag.of(options.tag.toLowerCase(Locale.ROOT))
            .orElseThrow(() -> new UserException("--tag: there is no tag " + options.tag + "."));
    TagCorrection said;
    try {
      said =
          new TagCorrection(
              id(options.article),
              tag,
              options.subject,
              options.says,
              by.name,
              now(),
              options.note,
              null,
              null);
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage() + ".", e);
    }
    new Corrections(kafka(config, Topics.CORRECTIONS)).write(said);
    print("Corrected. To undo it: keeling corrections undo " + said.key());
  }

  @Command(
      name = "undo",
      mixinStandardHelpOptions = true,
      description = "Undoes the correction of a tag, so that the models decide again.")
  void undo(
      @Mixin ConfigOption config,
      @Parameters(
              paramLabel = "ID/TAG",
              description = "The article's id and the tag's, as 'list' shows them, with a slash.")
          String key,
      @Mixin By by) {
    Corrections corrections = new Corrections(kafka(config, Topics.CORRECTIONS));
    Optional<TagCorrection> said =
        Optional.ofNullable(corrections.find(key.split("/", 2)[0]::equals).get(key))
            .filter(TagCorrection::holds);
    if (said.isEmpty()) {
      throw new UserException("No correction is in force for " + Printable.line(key) + ".");
    }
    try {
      corrections.write(said.get().takenBack(by.name, now()));
    } catch (IllegalArgumentException e) {
      throw new UserException("--by: " + e.getMessage() + ".", e);
    }
    print("Taken back.");
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = {
        "Writes the articles that editors have corrected, as labels, one JSON object on each line.",
        "training/ reads them (score-topics). The texts are the outlets': keep them to yourself."
      })
  void export(
      @Mixin ConfigOption config,
      @Option(names = "--without-text", description = "Labels alone, by the articles' ids.")
          boolean withoutText,
      @Parameters(paramLabel = "FILE", description = "File to write; it must not exist yet.")
          Path file) {
    if (Files.exists(file)) {
      throw new UserException(file + " is there already.");
    }
    LabelExport labels = new LabelExport(kafka(config, Topics.ENRICHED));
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      int count =
          labels.write(
              !withoutText,
              line -> {
                try {
                  writer.write(line);
                  writer.newLine();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      print("%,d articles in %s.".formatted(count, file));
    } catch (IOException | UncheckedIOException e) {
      throw new UserException(file + " cannot be written: " + e.getMessage() + ".", e);
    }
  }

  private static KafkaConnection kafka(ConfigOption config, TopicSpec topic) {
    return Kafka.reachable(config.load().kafka().connection(), topic);
  }

  private static String id(String article) {
    return target(article)
        .singleId()
        .orElseThrow(
            () -> new UserException(Printable.line(article) + " is no article's id or address."));
  }

  private static ArticleTarget target(String article) {
    try {
      return ArticleTarget.of(article);
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage() + ".", e);
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
