package io.keeling.enrich.places;

import io.keeling.contract.enriched.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the lists of places in a text: "Athens, Rome and Columbus". */
final class PlaceLists {

  private static final Pattern JOINT = Pattern.compile(",? (?:(?:and|or|&) )?");

  /** Longest {@link #JOINT} in characters: ", and ". */
  private static final int LONGEST = 6;

  private record At(Mention mention, PlaceName name) {}

  private PlaceLists() {}

  /** The lists of two or more names, in the order of the text. */
  static List<List<PlaceName>> of(String text, List<PlaceName> names) {
    List<At> mentions = new ArrayList<>();
    names.forEach(
        name -> name.tagged().mentions().forEach(mention -> mentions.add(new At(mention, name))));
    mentions.sort(Comparator.comparingInt(at -> at.mention().start()));
    List<List<PlaceName>> lists = new ArrayList<>();
    List<PlaceName> list = new ArrayList<>();
    int end = -1;
    for (At at : mentions) {
      if (!list.isEmpty() && !joined(text, end, at.mention().start())) {
        add(list, lists);
        list = new ArrayList<>();
      }
      list.add(at.name());
      end = at.mention().end();
    }
    add(list, lists);
    return lists;
  }

  private static void add(List<PlaceName> list, List<List<PlaceName>> lists) {
    if (list.size() > 1) {
      lists.add(list);
    }
  }

  private static boolean joined(String text, int end, int start) {
    return end < start
        && start - end <= LONGEST
        && JOINT.matcher(text.substring(end, start)).matches();
  }
}
