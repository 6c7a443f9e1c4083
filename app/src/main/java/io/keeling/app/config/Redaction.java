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

/**
 * Keeps secrets out of what is printed of settings. Where it is not known whether a value is one,
 * it counts as one.
 */
public final class Redaction {

  /** What stands in the place of a secret. */
  static final String HIDDEN = "set, not shown";

  /** The section whose keys are Kafka's own, and those of login modules and providers of others. */
  private static final String KAFKA = "kafka.properties";

  /** Kafka's settings that Kafka itself does not take for secrets. */
  private static final Set<String> OPEN =
      Stream.of(
              ProducerConfig.configDef(), ConsumerConfig.configDef(), AdminClientConfig.configDef())
          .flatMap(definition -> definition.configKeys().values().stream())
          .filter(key -> key.type() != ConfigDef.Type.PASSWORD)
          .map(key -> key.name)
          .collect(Collectors.toUnmodifiableSet());

  /** For which of the clients a property is ({@code StreamsConfig}). */
  private static final Pattern CLIENT =
      Pattern.compile("^(?:(?:main|restore|global)\\.)?(?:producer|consumer|admin)\\.");

  /** Names of settings, and of parameters of an address, that hold secrets. */
  private static final Pattern SECRET =
      Pattern.compile("(?i)(?:password|passphrase|passwd|secret|token|credential|apikey)$");

  /** The user in an address, with a password or without. */
  private static final Pattern USER = Pattern.compile("(://)[^/?#@\\s]{1,1000}@");

  private static final Pattern PARAMETER =
      Pattern.compile("([?&;])([^=&;?#\\s]{1,100})=([^&;#\\s]*)");

  private Redaction() {}

  /**
   * The value of a setting as it may be shown.
   *
   * @param section the path of what the setting stands in
   * @param name its name there
   * @param value its value, or the word for none
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

  /** The value without what may be secret in an address. */
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
