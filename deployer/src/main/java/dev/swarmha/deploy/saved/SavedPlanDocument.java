package dev.swarmha.deploy.saved;

import dev.swarmha.deploy.plan.Extent;
import dev.swarmha.deploy.revision.StackDocument;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A saved plan as a document. */
public final class SavedPlanDocument {

  private static final String FORMAT = "format";
  private static final String OURS = "swarmha plan";
  private static final String VERSION = "version";
  private static final long NEWEST = 1;
  private static final String STACK = "stack";
  private static final String AT = "at";
  private static final String STEPS = "steps";
  private static final String ONLY = "only";
  private static final String KEEP_SCALE = "keepScale";
  private static final String PRUNE = "prune";
  private static final String SECRETS = "secrets";
  private static final String OBJECTS = "objects";
  private static final String KIND = "kind";
  private static final String NAME = "name";
  private static final String ID = "id";
  private static final String DESIRED = "desired";

  private SavedPlanDocument() {}

  public static Mapping write(SavedPlan plan) {
    return Mapping.builder()
        .put(FORMAT, OURS)
        .put(VERSION, NEWEST)
        .put(STACK, plan.desired().name())
        .put(AT, plan.at().toString())
        .put(STEPS, Document.texts(plan.steps()))
        .put(ONLY, Document.texts(List.copyOf(plan.extent().only())))
        .put(KEEP_SCALE, plan.extent().keepScale())
        .put(PRUNE, plan.prune())
        .put(SECRETS, Mapping.ofTexts(plan.secrets()))
        .put(OBJECTS, Sequence.of(plan.objects().stream().map(SavedPlanDocument::object).toList()))
        .put(DESIRED, StackDocument.write(plan.desired()))
        .build();
  }

  private static Mapping object(SavedObject object) {
    return Mapping.builder()
        .put(KIND, object.ref().kind().word())
        .put(NAME, object.ref().name())
        .put(ID, object.id())
        .put(VERSION, object.version())
        .build();
  }

  /**
   * What {@link #write} has written.
   *
   * @throws IllegalArgumentException when it is something else, with what it is
   */
  public static SavedPlan read(Mapping document) {
    if (!document.text(FORMAT).filter(OURS::equals).isPresent()) {
      throw new IllegalArgumentException("is no plan that swarmha has saved");
    }
    long version = document.number(VERSION).orElse(0L);
    if (version != NEWEST) {
      throw new IllegalArgumentException(
          "is a plan of format version "
              + version
              + ", and this swarmha reads version "
              + NEWEST
              + "; save it again with this one");
    }
    Mapping desired = document.mapping(DESIRED);
    if (desired.isEmpty()) {
      throw new IllegalArgumentException("is a plan that does not tell what it leads to");
    }
    return new SavedPlan(
        StackDocument.read(desired),
        new Extent(Set.copyOf(texts(document, ONLY)), flag(document, KEEP_SCALE)),
        flag(document, PRUNE),
        Instant.parse(document.text(AT).orElse("")),
        objects(document),
        texts(document, STEPS),
        document.mapping(SECRETS).texts());
  }

  private static List<SavedObject> objects(Mapping document) {
    List<SavedObject> objects = new ArrayList<>();
    document
        .sequence(OBJECTS)
        .mappings()
        .forEach(
            each ->
                objects.add(
                    new SavedObject(
                        new ResourceRef(kind(each), each.text(NAME).orElse("")),
                        each.text(ID).orElse(""),
                        each.number(VERSION).orElse(0L))));
    return objects;
  }

  private static ResourceKind kind(Mapping object) {
    String word = object.text(KIND).orElse("");
    for (ResourceKind kind : ResourceKind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("names an object of an unknown kind: " + word);
  }

  private static List<String> texts(Mapping document, String key) {
    return document.sequence(key).items().stream().flatMap(each -> each.asText().stream()).toList();
  }

  private static boolean flag(Mapping document, String key) {
    return document.get(key).flatMap(Document::asBoolean).orElse(false);
  }
}
