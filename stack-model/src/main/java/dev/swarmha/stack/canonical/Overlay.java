package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * What stands under {@code x-swarmha.compose} of a service, network, volume, secret or config, laid
 * over that entry: keys of the compose specification in a file that docker stack deploy accepts,
 * because it passes over them. Mappings are laid over each other key by key; all else is replaced.
 */
final class Overlay {

  private static final String SWARMHA = "x-swarmha";
  private static final String COMPOSE = "compose";
  private static final List<String> SECTIONS =
      List.of("services", "networks", "volumes", "secrets", "configs");

  /** Brings an entry of the compose specification to its long form. */
  interface LongForm {
    Document of(DocumentPath path, Document entry);
  }

  private final LongForm longForm;

  Overlay(LongForm longForm) {
    this.longForm = longForm;
  }

  /** A file in its long form with its overlays in place. */
  Mapping apply(Mapping file) {
    return file.map((key, value) -> SECTIONS.contains(key) ? section(key, value) : value);
  }

  private Document section(String name, Document section) {
    return section
        .asMapping()
        .<Document>map(
            entries -> entries.map((key, entry) -> entry(DocumentPath.of(name, key), entry)))
        .orElse(section);
  }

  private Document entry(DocumentPath path, Document document) {
    Mapping entry = document.asMapping().orElse(Mapping.empty());
    Mapping own = entry.mapping(SWARMHA);
    if (!own.has(COMPOSE)) {
      return document;
    }
    Mapping rest = own.without(COMPOSE);
    Mapping bare = rest.isEmpty() ? entry.without(SWARMHA) : entry.with(SWARMHA, rest);
    return over(bare, longForm.of(path, own.mapping(COMPOSE)));
  }

  private static Document over(Document under, Document over) {
    Optional<Mapping> below = under.asMapping();
    Optional<Mapping> above = over.asMapping();
    if (below.isEmpty() || above.isEmpty()) {
      return over;
    }
    Mapping.Builder both = Mapping.builder().putAll(below.get());
    above
        .get()
        .entries()
        .forEach(
            (key, value) ->
                both.put(
                    key,
                    above.get().keyOrigin(key),
                    below.get().get(key).map(own -> over(own, value)).orElse(value)));
    return both.build(below.get().origin());
  }
}
