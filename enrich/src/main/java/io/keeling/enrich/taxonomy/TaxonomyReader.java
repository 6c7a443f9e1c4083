package io.keeling.enrich.taxonomy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keeling.enrich.words.TermTrie;
import io.keeling.enrich.words.TermWord;
import io.keeling.enrich.words.WordScanner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads and checks a taxonomy file; every problem is reported at once, with its path. Not for
 * sharing between threads.
 */
public final class TaxonomyReader {

  private static final String BUILT_IN = "taxonomy.yaml";
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*+");
  private static final Pattern STAR_WITHIN = Pattern.compile("[*]\\S|(?<!\\S)[*]");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final Pattern IPTC = Pattern.compile("[0-9]{8}");
  private static final Pattern GDELT = Pattern.compile("[A-Z0-9_]+");
  private static final Pattern WIKIDATA = Pattern.compile("Q[1-9][0-9]*");

  private final List<String> problems = new ArrayList<>();
  private final Map<String, List<String>> contexts = new LinkedHashMap<>();
  private final Set<String> usedContexts = new HashSet<>();

  private TaxonomyReader() {}

  /** The taxonomy that comes with Keeling. */
  public static Taxonomy builtIn() {
    return read(BUILT_IN, builtInFile());
  }

  /** The {@link Taxonomy#digest} of it. */
  public static String builtInDigest() {
    return FileDigest.of(builtInFile());
  }

  /** The file of it, as editors write it. */
  public static byte[] builtInFile() {
    try (InputStream in =
        TaxonomyReader.class.getResourceAsStream("/io/keeling/enrich/taxonomy.yaml")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws TaxonomyException if it cannot be read or used
   */
  public static Taxonomy read(Path file) {
    try {
      return read(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      String why =
          e instanceof NoSuchFileException ? "there is no such file" : "it cannot be read: " + e;
      throw new TaxonomyException(file.toString(), List.of(why));
    }
  }

  /**
   * Reads a file's content.
   *
   * @param name how problems call the file
   * @throws TaxonomyException if it cannot be used
   */
  public static Taxonomy read(String name, byte[] content) {
    TaxonomyReader reader = new TaxonomyReader();
    YAMLMapper mapper =
        YAMLMapper.builder(
                YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .build();
    JsonNode root;
    try {
      root = mapper.readTree(content);
    } catch (JsonProcessingException e) {
      String at = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      String why =
          String.join(", ", e.getOriginalMessage().lines().limit(2).map(String::strip).toList());
      throw new TaxonomyException(
          name,
          List.of(
              at + why + "; look there and above for a missing bracket, quote or space, or a tab"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (root.isMissingNode()) {
      throw new TaxonomyException(name, List.of("the file is empty"));
    }
    Taxonomy taxonomy =
        reader.taxonomy(new YamlNode("", root, reader.problems), FileDigest.of(content));
    if (!reader.problems.isEmpty()) {
      throw new TaxonomyException(name, reader.problems);
    }
    return taxonomy;
  }

  private Taxonomy taxonomy(YamlNode root, String digest) {
    root.keys("version", "groups", "contexts", "ignore", "climate", "topics");
    YamlNode named = root.get("contexts");
    for (String name : named.names()) {
      contexts.put(name, terms(named.get(name), "en"));
    }
    Map<String, List<String>> ignore = new LinkedHashMap<>();
    for (String language : root.get("ignore").names()) {
      ignore.put(language, terms(root.get("ignore").get(language), language));
    }
    List<TopicGroup> groups =
        root.get("groups").list().stream().map(TaxonomyReader::group).toList();
    Set<String> groupIds = new HashSet<>();
    for (int i = 0; i < groups.size(); i++) {
      if (!groupIds.add(groups.get(i).id())) {
        root.get("groups").list().get(i).get("id").problem("is there twice");
      }
    }
    List<LexiconEntry> climate = lexicon(root.get("climate").keys("lexicon").get("lexicon"));
    List<TaxonomyTopic> topics = new ArrayList<>();
    Set<String> topicIds = new HashSet<>();
    for (YamlNode node : root.get("topics").list()) {
      int before = problems.size();
      TaxonomyTopic topic = topic(node);
      topics.add(topic);
      requireClimate(node, topic, climate);
      if (!topic.group().isEmpty() && !groupIds.contains(topic.group())) {
        node.get("group").problem("there is no group \"" + topic.group() + "\"");
      }
      if (!topicIds.add(topic.id())) {
        node.get("id").problem("\"" + topic.id() + "\" is there twice");
      }
      // People count topics by their ids.
      problems.subList(before, problems.size()).replaceAll(p -> p + " (" + topic.id() + ")");
    }
    if (topics.isEmpty()) {
      root.get("topics").problem("must hold at least one topic");
    }
    for (String name : contexts.keySet()) {
      if (!usedContexts.contains(name)) {
        named.get(name).problem("is never used");
      }
    }
    int version = (int) root.get("version").number(1, 1_000_000);
    return new Taxonomy(version, digest, groups, ignore, climate, topics);
  }

  /** Articles are tagged in the languages that climate has terms in. */
  private static void requireClimate(
      YamlNode node, TaxonomyTopic topic, List<LexiconEntry> climate) {
    for (int i = 0; i < topic.lexicon().size(); i++) {
      String language = topic.lexicon().get(i).language();
      if (!language.isEmpty() && climate.stream().noneMatch(e -> e.language().equals(language))) {
        node.get("lexicon")
            .list()
            .get(i)
            .get("language")
            .problem("climate.lexicon has no terms in \"" + language + "\"; it needs some first");
      }
    }
  }

  private static TopicGroup group(YamlNode node) {
    node.keys("id", "label");
    return new TopicGroup(id(node.get("id")), node.get("label").text());
  }

  private static String id(YamlNode node) {
    return node.text(
        t -> ID.matcher(t).matches(), "must be lower-case letters and digits with hyphens between");
  }

  private TaxonomyTopic topic(YamlNode node) {
    node.keys(
        "id",
        "group",
        "label",
        "note",
        "iptc",
        "gdelt",
        "wikidata",
        "needsClimate",
        "ignore",
        "lexicon",
        "mentions");
    return new TaxonomyTopic(
        id(node.get("id")),
        node.get("group").text(),
        node.get("label").text(),
        node.get("note").text(),
        new TopicCodes(
            codes(node.get("iptc"), IPTC, "must be an IPTC code of eight digits in quotes"),
            codes(node.get("gdelt"), GDELT, "must be a GDELT theme in capitals"),
            codes(node.get("wikidata"), WIKIDATA, "must be a Wikidata item such as \"Q64\"")),
        node.get("needsClimate").flag(),
        terms(node.get("ignore"), "en"),
        lexicon(node.get("lexicon")),
        node.get("mentions").list().stream().map(this::mention).toList());
  }

  private static List<String> codes(YamlNode node, Pattern pattern, String rule) {
    return node.texts(t -> pattern.matcher(t).matches(), rule);
  }

  private List<LexiconEntry> lexicon(YamlNode node) {
    return filled(node, "entry").stream().map(this::entry).toList();
  }

  private static List<YamlNode> filled(YamlNode node, String what) {
    int before = node.problems();
    List<YamlNode> found = node.list();
    if (found.isEmpty() && node.problems() == before) {
      node.problem("must be a list with at least one " + what);
    }
    return found;
  }

  private LexiconEntry entry(YamlNode node) {
    node.keys("language", "weight", "case", "terms", "near", "with", "unless");
    return entry(node, node.get("weight").number(0.1, LexiconEntry.HEAVIEST));
  }

  /** Reads an entry of which each term mentions the topic by itself. */
  private LexiconEntry mention(YamlNode node) {
    node.keys("language", "case", "terms", "near", "with", "unless");
    return entry(node, LexiconEntry.ALONE);
  }

  private LexiconEntry entry(YamlNode node, double weight) {
    String language =
        node.get("language")
            .textOr("en", t -> LANGUAGE.matcher(t).matches(), "must be an ISO 639-1 code");
    List<String> terms =
        filled(node.get("terms"), "term").stream().map(item -> term(item, language)).toList();
    return new LexiconEntry(
        language,
        weight,
        node.get("case").flag(),
        terms,
        context(node.get("near"), language),
        context(node.get("with"), language),
        context(node.get("unless"), language));
  }

  /** Terms, in which {@code $name} stands for a named context. */
  private List<String> context(YamlNode node, String language) {
    List<String> result = new ArrayList<>();
    for (YamlNode item : node.list()) {
      String text = item.text();
      if (!text.startsWith("$")) {
        result.add(term(item, language));
      } else if (contexts.containsKey(text.substring(1))) {
        usedContexts.add(text.substring(1));
        result.addAll(contexts.get(text.substring(1)));
      } else {
        item.problem("there is no context \"" + text.substring(1) + "\"");
      }
    }
    return result;
  }

  private static List<String> terms(YamlNode node, String language) {
    return node.list().stream().map(item -> term(item, language)).toList();
  }

  private static String term(YamlNode node, String language) {
    String rule =
        "must be words, of which one may end in * after at least "
            + TermTrie.SHORTEST_PREFIX
            + " letters; * stands nowhere else";
    return node.text(text -> usable(text, language), rule);
  }

  private static boolean usable(String term, String language) {
    List<TermWord> words = TermTrie.words(WordScanner.of(language), term);
    return !words.isEmpty()
        && STAR_WITHIN.matcher(term).results().findAny().isEmpty()
        && words.stream()
            .noneMatch(w -> w.isBeginning() && w.form().length() <= TermTrie.SHORTEST_PREFIX);
  }
}
