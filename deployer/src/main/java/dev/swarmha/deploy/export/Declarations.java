package dev.swarmha.deploy.export;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The top-level sections of a file under construction. What the stack's own prefix names has the
 * rest of its name as its key; anything else, and whatever would clash, is declared by its full
 * name. What one name means differently in two places, as volumes may, is declared twice.
 */
final class Declarations {

  private static final String NAME = "name";
  private static final String EXTERNAL = "external";
  private static final Mapping IS_EXTERNAL = Mapping.of(EXTERNAL, Document.bool(true));
  private static final String ALLOWED = "[a-zA-Z0-9._-]+";

  private record Declared(String fullName, Mapping entry) {}

  private final String prefix;
  private final Map<String, Map<Declared, String>> keys = new LinkedHashMap<>();
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
    return declare(section, new Declared(fullName, IS_EXTERNAL), plainName);
  }

  /**
   * The key of something that must be in the swarm already and is to be called by its full name.
   */
  String externalByName(String section, String fullName) {
    keys(section).put(new Declared(fullName, IS_EXTERNAL), fullName);
    entries(section).put(fullName, IS_EXTERNAL);
    return fullName;
  }

  /** The key of something that belongs to the stack. */
  String own(String section, String fullName, Mapping entry) {
    return declare(section, new Declared(fullName, entry), fullName);
  }

  private String declare(String section, Declared declared, String plainName) {
    String known = keys(section).get(declared);
    if (known != null) {
      return known;
    }
    String key = unused(section, plainName, declared.fullName());
    keys(section).put(declared, key);
    String implied = declared.entry().has(EXTERNAL) ? key : prefix + key;
    Mapping named =
        declared.fullName().equals(implied)
            ? declared.entry()
            : Mapping.builder().put(NAME, declared.fullName()).putAll(declared.entry()).build();
    entries(section).put(key, named);
    return key;
  }

  private Map<Declared, String> keys(String section) {
    return keys.computeIfAbsent(section, each -> new LinkedHashMap<>());
  }

  private Map<String, Mapping> entries(String section) {
    return sections.computeIfAbsent(section, each -> new TreeMap<>());
  }

  private String unused(String section, String plainName, String fullName) {
    String shorter =
        plainName.startsWith(prefix) ? plainName.substring(prefix.length()) : plainName;
    Map<String, Mapping> taken = entries(section);
    String key = allowed(shorter.isEmpty() ? fullName : shorter, section);
    if (taken.containsKey(key)) {
      key = allowed(fullName, section);
    }
    for (int number = 2; taken.containsKey(key); number++) {
      key = allowed(fullName, section) + "-" + number;
    }
    return key;
  }

  /** Names may have templates of the Engine in them, such as {@code {{.Task.Slot}}}; keys not. */
  private static String allowed(String name, String otherwise) {
    if (name.matches(ALLOWED)) {
      return name;
    }
    String made = name.replaceAll("[^a-zA-Z0-9_]+", "-").replaceAll("^-|-$", "");
    return made.isEmpty() ? otherwise : made;
  }

  /** The sections that have entries, each with its entries by key. */
  Mapping sections() {
    Mapping.Builder all = Mapping.builder();
    sections.forEach((section, entries) -> all.put(section, Mapping.of(entries)));
    return all.build();
  }
}
