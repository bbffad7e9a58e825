package dev.swarmha.stack.validate;

import dev.swarmha.document.PathPattern;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.validate.Rule.Support;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The tables of docs/compose.md: every key that the schemas of the two dialects know. */
final class ComposePage {

  private record Section(String title, String prefix) {}

  private static final List<Section> SECTIONS =
      List.of(
          new Section("Top level", ""),
          new Section("Services", "services.*"),
          new Section("`deploy` of a service", "services.*.deploy"),
          new Section("Networks", "networks.*"),
          new Section("Volumes", "volumes.*"),
          new Section("Secrets", "secrets.*"),
          new Section("Configs", "configs.*"));

  private final Map<PathPattern, Rule> stack = StackSchema.table(Dialect.STACK).rows();
  private final Map<PathPattern, Rule> compose = StackSchema.table(Dialect.COMPOSE).rows();

  String tables() {
    Map<Section, Set<PathPattern>> keys = new TreeMap<>(Comparator.comparing(SECTIONS::indexOf));
    Comparator<PathPattern> byName = Comparator.comparing(PathPattern::toString);
    for (Map<PathPattern, Rule> table : List.of(stack, compose)) {
      for (PathPattern path : table.keySet()) {
        if (isKey(path) && !hasFateOfAnother(path)) {
          keys.computeIfAbsent(section(path), any -> new TreeSet<>(byName)).add(path);
        }
      }
    }
    List<String> parts = new ArrayList<>();
    keys.forEach((section, paths) -> parts.add(table(section, paths)));
    return String.join("\n", parts);
  }

  /** Items and names that users choose are no keys, and an overlay has those of its entry. */
  private static boolean isKey(PathPattern path) {
    List<String> parts = path.parts();
    return !parts.isEmpty()
        && !parts.get(parts.size() - 1).equals("[]")
        && !parts.get(parts.size() - 1).equals("*")
        && !path.toString().contains("x-swarmha.compose.");
  }

  /** What is ignored or refused in both dialects is so with everything below it. */
  private boolean hasFateOfAnother(PathPattern path) {
    List<String> parts = path.parts();
    return IntStream.range(1, parts.size())
        .mapToObj(length -> new PathPattern(parts.subList(0, length)))
        .anyMatch(above -> hasNoEffect(stack.get(above)) && hasNoEffect(compose.get(above)));
  }

  private static boolean hasNoEffect(@Nullable Rule rule) {
    return rule != null && !rule.support().isEffective();
  }

  /** A key stands in the narrowest section that its path begins with. */
  private static Section section(PathPattern path) {
    return SECTIONS.stream()
        .filter(section -> path.toString().startsWith(prefix(section)))
        .max(Comparator.comparingInt(section -> prefix(section).length()))
        .orElseThrow();
  }

  private static String prefix(Section section) {
    return section.prefix().isEmpty() ? "" : section.prefix() + ".";
  }

  private String table(Section section, Set<PathPattern> paths) {
    StringBuilder table = new StringBuilder("### " + section.title() + "\n\n");
    table.append("| key | value | since | `docker stack deploy` | compose specification |\n");
    table.append("|---|---|---|---|---|\n");
    for (PathPattern path : paths) {
      table.append(row(path, path.toString().substring(prefix(section).length())));
    }
    return table.toString();
  }

  private String row(PathPattern path, String name) {
    Optional<Rule> strict = Optional.ofNullable(stack.get(path));
    Optional<Rule> loose = Optional.ofNullable(compose.get(path));
    String types = types(accepted(strict), accepted(loose));
    String since = strict.filter(rule -> rule.since() > 0).map(r -> "3." + r.since()).orElse("");
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(name.replace("*", "NAME"), types, since, fate(strict), fate(loose));
  }

  /** The types that a key may have, unless it may not be there at all. */
  private static Set<Type> accepted(Optional<Rule> rule) {
    return rule.filter(one -> one.support() != Support.REFUSED).map(Rule::types).orElse(Set.of());
  }

  /** What both dialects take, and behind it what the compose specification takes besides. */
  private static String types(Set<Type> strict, Set<Type> loose) {
    if (strict.isEmpty() || loose.isEmpty() || strict.equals(loose)) {
      return words(strict.isEmpty() ? loose : strict);
    }
    Set<Type> more = EnumSet.copyOf(loose);
    more.removeAll(strict);
    return loose.containsAll(strict)
        ? words(strict) + "; compose: " + words(more) + ", too"
        : words(strict) + "; compose: " + words(loose);
  }

  private static String words(Set<Type> types) {
    return types.isEmpty() || types.equals(EnumSet.allOf(Type.class))
        ? "anything"
        : types.stream().sorted().map(Type::words).collect(Collectors.joining(" or "));
  }

  private static String fate(Optional<Rule> rule) {
    if (rule.isEmpty()) {
      return "refused: unknown";
    }
    String fate = KeyFate.Fate.valueOf(rule.get().support().name()).word();
    String why = rule.get().explanation().replace("|", "\\|");
    return why.isEmpty() ? fate : why.startsWith(fate) ? why : fate + ": " + why;
  }
}
