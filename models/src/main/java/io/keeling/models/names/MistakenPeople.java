package io.keeling.models.names;

import io.keeling.models.files.WordSections;
import io.keeling.models.names.features.Gazetteer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Corrects people whom the model took for organisations: "Coco Gauff" if the document has "Gauff"
 * as a person; "Mate Pavić of Croatia", which is a person and a place. For one document and one
 * thread.
 */
final class MistakenPeople {

  private static final WordSections WORDS = new WordSections(MistakenPeople.class);

  /** Minimum probability of an organisation from which it is not corrected to a person. */
  private static final double SURE = 0.9;

  /**
   * Words in names of organisations before "of" and a country. These words may follow a first name.
   */
  private static final Set<String> BODIES = WORDS.set("bodies");

  /** Words before a person's name in names of organisations: "Team Lindqvist". */
  private static final Set<String> OF_A_PERSON =
      Set.of("Team", "Club", "Salon", "Studio", "House", "Maison", "Casa", "Villa", "Hotel");

  private final List<String[]> sentences;
  private final Gazetteer gazetteer;

  /** People's names of one word. */
  private final Set<String> surnames = new HashSet<>();

  /** Indices of the sentences in which a person is followed by "of" and a place. */
  private final Set<Integer> peopleOfPlaces = new HashSet<>();

  private MistakenPeople(List<String[]> sentences, List<FoundName> found, Gazetteer gazetteer) {
    this.sentences = sentences;
    this.gazetteer = gazetteer;
    FoundName last = null;
    for (FoundName name : found) {
      String[] words = sentences.get(name.sentence());
      if (name.type() == EntityType.PERSON && name.end() - name.start() == 1) {
        surnames.add(words[name.start()]);
      }
      if (isPersonOf(last, name)) {
        peopleOfPlaces.add(name.sentence());
      }
      last = name;
    }
  }

  /** Returns the names of a document in order, corrected. */
  static List<FoundName> mend(
      List<String[]> sentences, List<FoundName> found, Gazetteer gazetteer) {
    MistakenPeople people = new MistakenPeople(sentences, found, gazetteer);
    List<FoundName> result = new ArrayList<>(found.size());
    for (FoundName name : found) {
      FoundName last = result.isEmpty() ? null : result.get(result.size() - 1);
      if (name.type() != EntityType.ORGANIZATION) {
        result.add(name);
      } else if (people.isPersonWithPlace(name)) {
        int of = name.start() + 2;
        result.add(name.between(name.start(), of).as(EntityType.PERSON));
        result.add(name.between(of + 1, name.end()).as(EntityType.LOCATION));
      } else if (people.hasSurname(name)) {
        result.add(name.as(EntityType.PERSON));
      } else {
        result.add(people.isPersonOf(last, name) ? name.as(EntityType.LOCATION) : name);
      }
    }
    return result;
  }

  /** Whether the name is two words that may be a person, followed by "of" and a place. */
  private boolean isPersonWithPlace(FoundName name) {
    String[] words = sentences.get(name.sentence());
    int start = name.start();
    int of = start + 2;
    return of + 1 < name.end()
        && words[of].equals("of")
        && Character.isUpperCase(words[of - 1].charAt(0))
        && !BODIES.contains(words[of - 1].toLowerCase(Locale.ROOT))
        && !gazetteer.isPlace(words, start, start + 1)
        && gazetteer.isPlace(words, of + 1, name.end())
        && (gazetteer.isFirstName(words, start, start + 1)
            || peopleOfPlaces.contains(name.sentence()));
  }

  private boolean hasSurname(FoundName name) {
    String[] words = sentences.get(name.sentence());
    String first = words[name.start()];
    String last = words[name.end() - 1];
    return name.probability() < SURE
        && name.end() - name.start() == 2
        && surnames.contains(last)
        && Character.isLowerCase(first.codePointBefore(first.length()))
        && !OF_A_PERSON.contains(first)
        && !Titles.isTitle(last);
  }

  /** Whether a place follows a person's full name and "of". */
  private boolean isPersonOf(@Nullable FoundName person, FoundName place) {
    String[] words = sentences.get(place.sentence());
    return person != null
        && person.type() == EntityType.PERSON
        && person.sentence() == place.sentence()
        && person.end() - person.start() > 1
        && person.end() + 1 == place.start()
        && words[person.end()].equals("of")
        && gazetteer.isPlace(words, place.start(), place.end());
  }
}
