package io.keeling.app.config;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;

/** Keeps secrets out of printed settings. A value that may be a secret counts as one. */
public final class Redaction {

  /** Replacement for a secret. */
  static final String HIDDEN = "set, not shown";

  /** The section of Kafka's own settings and those of its login modules and providers. */
  private static final String KAFKA = "kafka.properties";

  /** Kafka's settings that Kafka does not declare as secret. */
  private static final Set<String> OPEN =
      Stream.of(
              ProducerConfig.configDef(), ConsumerConfig.configDef(), AdminClientConfig.configDef())
          .flatMap(definition -> definition.configKeys().values().stream())
          .filter(key -> key.type() != ConfigDef.Type.PASSWORD)
          .map(key -> key.name)
          .collect(Collectors.toUnmodifiableSet());

  /** Prefixes that limit a property to some clients ({@code StreamsConfig}). */
  private static final Pattern CLIENT =
      Pattern.compile("^(?:(?:main|restore|global)\\.)?(?:producer|consumer|admin)\\.");

  /** Names of secret settings and of secret parameters in an address. */
  private static final Pattern SECRET =
      Pattern.compile("(?i)(?:password|passphrase|passwd|secret|token|credential|apikey)$");

  /** The user in an address, with or without a password. */
  private static final Pattern USER = Pattern.compile("(://)[^/?#@\\s]{1,1000}@");

  private static final Pattern PARAMETER =
      Pattern.compile("([?&;])([^=&;?#\\s]{1,100})=([^&;#\\s]*)");

  private Redaction() {}

  /**
   * Returns the value of a setting as it may be shown.
   *
   * @param section path of the section
   * @param name the setting's name in the section
   * @param value the setting's value, or the word for a setting without a value
   */
  static String shown(String section, String name, String value) {
    if (section.equals(KAFKA)) {
      return OPEN.contains(CLIENT.matcher(name).replaceFirst("")) ? address(value) : HIDDEN;
    }
    if (SECRET.matcher(name).find()) {
      return value.equals("none") ? value : HIDDEN;
    }
    return address(value);
  }

  /** Returns the value without possible secrets in addresses. */
  public static String address(String value) {
    String result = USER.matcher(value).replaceAll("$1");
    return PARAMETER
        .matcher(result)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    SECRET.matcher(found.group(2)).find()
                        ? found.group(1) + found.group(2) + "=..."
                        : found.group()));
  }
}
