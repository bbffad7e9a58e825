package dev.swarmha.deploy.placement;

import dev.swarmha.engine.Node.Plugin;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which drivers a node lacks, as far as it tells which it has. */
final class PluginCheck {

  private static final String ANY_VERSION = ":latest";

  private PluginCheck() {}

  static List<String> missing(Set<Plugin> wanted, Set<Plugin> there) {
    return wanted.stream()
        .filter(plugin -> tellsOf(plugin.type(), there))
        .filter(plugin -> !has(plugin, there))
        .map(
            plugin ->
                "has no " + plugin.type().toLowerCase(Locale.ROOT) + " driver " + plugin.name())
        .toList();
  }

  /** A node that names no plugins at all, or no log drivers, is too old to tell. */
  private static boolean tellsOf(String type, Set<Plugin> there) {
    return type.equals("Log")
        ? there.stream().anyMatch(plugin -> plugin.type().equals(type))
        : !there.isEmpty();
  }

  private static boolean has(Plugin wanted, Set<Plugin> there) {
    return there.contains(wanted)
        || there.contains(new Plugin(wanted.type(), wanted.name() + ANY_VERSION));
  }
}
