package io.keeling.training.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What there is to learn from: for each word its features, as numbers, and the outcome a person
 * gave it. Not for sharing between threads while it grows.
 */
final class Examples {

  private final Map<String, Integer> features = new HashMap<>();
  private final Map<String, Integer> outcomes = new HashMap<>();
  private final List<int[]> contexts = new ArrayList<>();
  private final List<Integer> answers = new ArrayList<>();

  void add(String[] context, String outcome) {
    int[] numbers = new int[context.length];
    for (int i = 0; i < context.length; i++) {
      numbers[i] = number(features, context[i]);
    }
    contexts.add(numbers);
    answers.add(number(outcomes, outcome));
  }

  int size() {
    return contexts.size();
  }

  int[] context(int example) {
    return contexts.get(example);
  }

  int answer(int example) {
    return answers.get(example);
  }

  String[] features() {
    return names(features);
  }

  String[] outcomes() {
    return names(outcomes);
  }

  private static int number(Map<String, Integer> numbers, String name) {
    Integer known = numbers.putIfAbsent(name, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  private static String[] names(Map<String, Integer> numbers) {
    String[] names = new String[numbers.size()];
    numbers.forEach((name, number) -> names[number] = name);
    return names;
  }
}
