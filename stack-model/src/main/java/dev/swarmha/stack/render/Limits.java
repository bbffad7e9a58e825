package dev.swarmha.stack.render;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.stack.validate.Expressible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a file that docker stack deploy accepts says less than the stack, in words. */
final class Limits implements Expressible.Limits {

  private final Map<DocumentPath, String> warnings = new LinkedHashMap<>();

  @Override
  public void beyond(DocumentPath path) {
    warnings.put(path, "docker stack deploy does not see this; it stands under x-swarmha.compose");
  }

  @Override
  public void twice(DocumentPath path, Document item) {
    warnings.put(path, "no file may have \"" + item + "\" twice; it is written once");
  }

  @Override
  public void nameOnly(DocumentPath path) {
    warnings.put(
        path,
        "left out, because a network beside this one has a name with which docker accepts no"
            + " details of any; rename that one");
  }

  /** The content of this secret or config comes from elsewhere than a file. */
  void withoutFile(DocumentPath path) {
    warnings.keySet().removeIf(each -> each.startsWith(path));
    String kind = path.steps().get(0).toString().replaceFirst("s$", "");
    warnings.put(
        path,
        "docker stack deploy fails on this, since it takes the content of a "
            + kind
            + " from a file alone; for docker, write the content into a file and name it with"
            + " \"file: FILE\" in place of x-swarmha.compose, or create it beforehand with \"swarmha "
            + kind
            + " create NAME FILE\" and write \"external: true\" and \"name: NAME\" instead");
  }

  List<String> warnings() {
    return warnings.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .toList();
  }
}
