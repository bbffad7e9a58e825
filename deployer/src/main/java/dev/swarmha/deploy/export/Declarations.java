package dev.swarmha.deploy.export;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The top-level sections of a file under construction. What the stack's own prefix names has the
 * rest of its name as its key; anything else, and whatever would clash, is declared by its full
 * name.
 */
final class Declarations {

  private static final String NAME = "name";
  private static final String EXTERNAL = "external";

  private final String prefix;
  private final Map<String, Map<String, String>> keys = new LinkedHashMap<>();
  private final Map<String, Map<String, Mapping>> sections = new LinkedHashMap<>();

  Declarations(String stack) {
    this.prefix = stack + "_";
  }

  /** The key of something that must be in the swarm already. */
  String external(String section, String fullName) {
    return external(section, fullName, fullName);
  }

  /** The same for something whose name is derived from another, which is the one to call it by. */
  String external(String section, String fullName, String plainName) {
    return declare(section, fullName, plainName, Mapping.of(EXTERNAL, Document.bool(true)));
  }

  /** The key of something that belongs to the stack. */
  String own(String section, String fullName, Mapping entry) {
    return declare(section, fullName, fullName, entry);
  }

  private String declare(String section, String fullName, String plainName, Mapping entry) {
    Map<String, String> known = keys.computeIfAbsent(section, each -> new TreeMap<>());
    String key = known.get(fullName);
    if (key == null) {
      key = unused(plainName, fullName, known);
      known.put(fullName, key);
      String implied = entry.has(EXTERNAL) ? key : prefix + key;
      Mapping named =
          fullName.equals(implied)
              ? entry
              : Mapping.builder().put(NAME, fullName).putAll(entry).build();
      sections.computeIfAbsent(section, each -> new TreeMap<>()).put(key, named);
    }
    return key;
  }

  private String unused(String plainName, String fullName, Map<String, String> known) {
    String shorter =
        plainName.startsWith(prefix) ? plainName.substring(prefix.length()) : plainName;
    String key = allowed(shorter.isEmpty() ? fullName : shorter);
    if (known.containsValue(key)) {
      key = allowed(fullName);
    }
    for (int number = 2; known.containsValue(key); number++) {
      key = allowed(fullName) + "-" + number;
    }
    return key;
  }

  /** Names may have templates of the Engine in them, such as {@code {{.Task.Slot}}}; keys not. */
  private static String allowed(String name) {
    boolean fits = name.matches("[a-zA-Z0-9._-]+");
    return fits ? name : name.replaceAll("[^a-zA-Z0-9_]+", "-").replaceAll("^-|-$", "");
  }

  /** The sections that have entries, each with its entries by key. */
  Mapping sections() {
    Mapping.Builder all = Mapping.builder();
    sections.forEach((section, entries) -> all.put(section, Mapping.of(entries)));
    return all.build();
  }
}
