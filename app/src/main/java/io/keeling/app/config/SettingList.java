package io.keeling.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.source.Source;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists bound settings with their origins. Not for sharing between threads. */
final class SettingList {

  private static final String NONE = "none";

  private final ObjectNode tree;
  private final Origins origins;

  /**
   * @param tree the values set by file and variables
   * @param origins the origins of these values
   */
  SettingList(ObjectNode tree, Origins origins) {
    this.tree = tree;
    this.origins = origins;
  }

  /** Returns all settings, grouped by section. A mapping has a line for each of its keys. */
  List<Setting> of(KeelingConfig config) {
    List<Setting> result = new ArrayList<>();
    section(config, tree, "", result);
    return List.copyOf(result);
  }

  private void section(Record section, @Nullable JsonNode set, String path, List<Setting> result) {
    for (RecordComponent component : RecordBinder.settings(section.getClass())) {
      String here = RecordBinder.join(path, component.getName());
      JsonNode node = set == null ? null : set.get(component.getName());
      Object value = RecordBinder.valueOf(component, section);
      if (RecordBinder.isSection(component)) {
        section((Record) value, node, here, result);
        continue;
      }
      String from = node == null || node.isNull() ? Setting.DEFAULT : origins.of(here);
      if (value instanceof Map<?, ?> map && !map.isEmpty()) {
        new TreeMap<>(map)
            .forEach(
                (key, each) ->
                    result.add(
                        new Setting(
                            here + "." + key, Redaction.shown(here, "" + key, text(each)), from)));
      } else {
        result.add(
            new Setting(here, Redaction.shown(path, component.getName(), text(value)), from));
      }
    }
  }

  /** Returns a value as it is written; sources are only counted, as there may be thousands. */
  private static String text(@Nullable Object value) {
    if (value == null || "".equals(value) || Map.of().equals(value)) {
      return NONE;
    }
    if (value instanceof List<?> list) {
      if (list.isEmpty()) {
        return NONE;
      }
      return list.get(0) instanceof Source
          ? list.size() + (list.size() == 1 ? " source" : " sources")
          : list.stream().map(SettingList::text).collect(Collectors.joining(", "));
    }
    return value instanceof Duration duration ? Durations.format(duration) : value.toString();
  }
}
