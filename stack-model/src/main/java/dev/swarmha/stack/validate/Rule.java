package dev.swarmha.stack.validate;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What may stand at one place of a stack file, and whether it has an effect.
 *
 * @param explanation why something is translated, ignored or refused, in words for the user
 * @param check what the value must be beyond its type
 * @param keys what the keys of a mapping must look like where users choose them
 * @param traits what else holds there
 * @param required the keys that a mapping must have
 * @param since the minor version of file format 3 that brought the key
 */
record Rule(
    Set<Type> types,
    Support support,
    String explanation,
    Check check,
    Pattern keys,
    Set<Trait> traits,
    Set<String> required,
    int since) {

  /** What becomes of a key. */
  enum Support {
    /** It has its effect. */
    HONOURED,
    /** It has the effect of another key, which the explanation names. */
    TRANSLATED,
    /** It has none; the explanation says what Swarm does instead. */
    IGNORED,
    /** The file is turned down; the explanation says what to write instead. */
    REFUSED;

    /** Whether the value has an effect, as it is or as another key. */
    boolean isEffective() {
      return this == HONOURED || this == TRANSLATED;
    }
  }

  /** What else holds for a place; most is about lists and mappings. */
  enum Trait {
    /** No item of the list may occur twice. */
    UNIQUE,
    /** The mapping may have {@code x-} keys. */
    EXTENSIBLE,
    /** Docker passes over unknown keys of the mapping. */
    TOLERANT,
    /** The mapping may have {@code x-} keys, which go no further. */
    COMMENTED,
    /** Nobody looks at what is inside. */
    OPAQUE,
    /** The key may stand there without a value, and says nothing then. */
    BARE
  }

  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

  static Rule of(Type first, Type... more) {
    return new Rule(
        EnumSet.of(first, more), Support.HONOURED, "", Check.NONE, ANY, Set.of(), Set.of(), 0);
  }

  static Rule text() {
    return of(Type.TEXT);
  }

  static Rule text(Check check) {
    return text().that(check);
  }

  static Rule integer() {
    return of(Type.INTEGER).that(Check.notNegative());
  }

  static Rule flag() {
    return of(Type.BOOLEAN);
  }

  static Rule list() {
    return of(Type.LIST);
  }

  static Rule mapping() {
    return of(Type.MAPPING);
  }

  /** Something that is turned down whatever its value, and what to write instead. */
  static Rule refused(String explanation) {
    return anything().as(Support.REFUSED, explanation);
  }

  /** Something that {@code docker stack deploy} refuses and the compose specification has. */
  static Rule composeOnly() {
    return refused("only the compose specification has this key; use --dialect compose");
  }

  /** Whatever the user wrote. */
  static Rule anything() {
    return new Rule(
            EnumSet.allOf(Type.class), Support.HONOURED, "", Check.NONE, ANY, Set.of(), Set.of(), 0)
        .with(Trait.OPAQUE);
  }

  /** This, but without effect in a swarm; the explanation says what Swarm does instead. */
  Rule ignored(String why) {
    return as(Support.IGNORED, why);
  }

  /** This, but only as another way to write something else. */
  Rule translated(String to) {
    return as(Support.TRANSLATED, to);
  }

  private Rule as(Support other, String why) {
    return new Rule(types, other, why, check, keys, traits, required, since);
  }

  Rule that(Check check) {
    return new Rule(types, support, explanation, check, keys, traits, required, since);
  }

  Rule or(Type type) {
    Set<Type> more = EnumSet.copyOf(types);
    more.add(type);
    return new Rule(more, support, explanation, check, keys, traits, required, since);
  }

  Rule with(Trait trait) {
    Set<Trait> more = EnumSet.of(trait);
    more.addAll(traits);
    return new Rule(types, support, explanation, check, keys, more, required, since);
  }

  Rule requires(String... names) {
    return new Rule(
        types, support, explanation, check, keys, traits, new TreeSet<>(Set.of(names)), since);
  }

  Rule keys(Pattern pattern) {
    return new Rule(types, support, explanation, check, pattern, traits, required, since);
  }

  /** The key came with file format 3.{@code minor}. */
  Rule since(int minor) {
    return new Rule(types, support, explanation, check, keys, traits, required, minor);
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }
}
