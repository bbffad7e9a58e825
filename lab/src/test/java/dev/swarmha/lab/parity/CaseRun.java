package dev.swarmha.lab.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.swarmha.lab.parity.ParityCase.Place;
import dev.swarmha.lab.parity.ParityCase.Present;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Carries out one case and says what differs. */
final class CaseRun {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WRONG_FILE = 3;
  private static final String UNKNOWN_FORMAT = "unsupported Compose file version";

  private final DockerCli docker;
  private final SwarmhaCli swarmha;
  private final ParityCase subject;
  private final List<String> differences = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  CaseRun(DockerCli docker, SwarmhaCli swarmha, ParityCase subject) {
    this.docker = docker;
    this.swarmha = swarmha;
    this.subject = subject;
  }

  /**
   * What came of it.
   *
   * @param differences between what both do
   * @param faults of swarmha, whatever docker does
   */
  record Result(List<String> differences, List<String> faults) {

    Result {
      differences = List.copyOf(differences);
      faults = List.copyOf(faults);
    }

    List<String> all() {
      return Stream.concat(differences.stream(), faults.stream()).toList();
    }
  }

  Result run() {
    if (subject.isRefused()) {
      dockerRefuses();
      swarmhaRefuses();
    } else {
      firstDeploy();
      if (!subject.settings().then().isEmpty() && differences.isEmpty()) {
        secondDeploy();
      }
    }
    return new Result(differences, faults);
  }

  private void dockerRefuses() {
    try (RecordingEngine engine = engine()) {
      Ended ended = docker.deploy(subject, subject.settings().files(), engine);
      // A crash of the docker CLI ends with 2.
      check(ended.code() == 1 || ended.code() == 2, "docker does not refuse it: " + ended);
      check(
          !ended.err().contains(UNKNOWN_FORMAT) || subject.isAboutVersion(),
          "docker does not get as far as to the mistake: " + ended);
      engine.writes().forEach(write -> differences.add("docker sends " + write.title()));
    }
  }

  private void swarmhaRefuses() {
    try (RecordingEngine engine = engine()) {
      Ended ended = swarmha.deploy(subject, subject.settings().files(), engine);
      if (ended.code() != WRONG_FILE || !engine.writes().isEmpty()) {
        faults.add("swarmha does not refuse it: " + ended);
      }
      List<String> errors =
          ended.err().lines().filter(line -> !line.startsWith("warning: ")).toList();
      List<Place> wanted = subject.settings().refused();
      boolean named =
          errors.size() == wanted.size()
              && wanted.stream().allMatch(place -> errors.stream().anyMatch(place::isNamedBy));
      if (!named) {
        faults.add("swarmha should name " + wanted + " and says: " + ended.err());
      }
    }
  }

  private void firstDeploy() {
    List<String> files = subject.settings().files();
    try (RecordingEngine dockers = engine();
        RecordingEngine swarmhas = engine()) {
      accepted("docker", docker.deploy(subject, files, dockers));
      accepted("swarmha", swarmha.deploy(subject, files, swarmhas));
      compare(requests(dockers), requests(swarmhas));
      compare(dockers.specs(), swarmhas.specs());
      if (differences.isEmpty()) {
        renders(files, dockers);
        nothingToDo(files, dockers);
      }
    }
  }

  /** The files printed as one are the same to docker as the files. */
  private void renders(List<String> files, RecordingEngine dockers) {
    Ended rendered = swarmha.render(subject, files);
    accepted("swarmha render", rendered);
    try (RecordingEngine engine = engine()) {
      accepted("docker, rendered,", docker.deployText(subject, rendered.out(), engine));
      compare(dockers.specs(), engine.specs());
    }
  }

  /**
   * No object may be another one afterwards. The Engine tells only by an update whether a secret
   * has the content of its file, so these may be sent again as they are.
   */
  private void nothingToDo(List<String> files, RecordingEngine engine) {
    Map<String, JsonNode> before = engine.specs();
    engine.forgetWrites();
    Ended ended = swarmha.deploy(subject, files, engine);
    check(
        ended.code() == 0 && ended.out().contains("\"outcome\":\"unchanged\""),
        "what docker has deployed is not unchanged for swarmha: " + ended);
    engine.writes().stream()
        .filter(write -> !write.path().startsWith("/secrets/"))
        .forEach(write -> differences.add("swarmha sends " + write.title()));
    compare(before, engine.specs());
    Ended diff = swarmha.diff(subject, files, engine);
    check(diff.code() == 0, "diff finds something after a deploy: " + diff);
  }

  private void secondDeploy() {
    try (RecordingEngine dockers = engine();
        RecordingEngine swarmhas = engine()) {
      for (RecordingEngine engine : List.of(dockers, swarmhas)) {
        accepted("docker", docker.deploy(subject, subject.settings().files(), engine));
        subject.settings().forgotten().forEach(engine::forgetImage);
      }
      accepted("docker", docker.deploy(subject, subject.settings().then(), dockers));
      accepted("swarmha", swarmha.deploy(subject, subject.settings().then(), swarmhas));
      compare(dockers.specs(), swarmhas.specs());
    }
  }

  private void accepted(String who, Ended ended) {
    check(ended.code() == 0, who + " refuses it: " + ended);
  }

  private void check(boolean holds, String otherwise) {
    if (!holds) {
      differences.add(otherwise);
    }
  }

  /** All but updates, which count by what comes of them: several may do what one does. */
  private static Map<String, JsonNode> requests(RecordingEngine engine) {
    Map<String, JsonNode> requests = new TreeMap<>();
    engine.writes().stream()
        .filter(write -> !write.path().endsWith("/update"))
        .forEach(write -> requests.put(write.title(), write.body()));
    return requests;
  }

  private void compare(Map<String, JsonNode> dockers, Map<String, JsonNode> swarmhas) {
    dockers.forEach(
        (title, body) -> {
          if (swarmhas.containsKey(title)) {
            JsonDifference.between(body, swarmhas.get(title))
                .forEach(line -> differences.add(title + " " + line));
          } else {
            differences.add("only docker: " + title);
          }
        });
    swarmhas.keySet().stream()
        .filter(title -> !dockers.containsKey(title))
        .forEach(title -> differences.add("only swarmha: " + title));
  }

  private RecordingEngine engine() {
    Map<String, JsonNode> manifests = new TreeMap<>();
    Stream.of(subject.settings().images(), subject.settings().forgotten())
        .flatMap(List::stream)
        .forEach(image -> manifests.put(image, Manifest.of(image)));
    RecordingEngine engine = new RecordingEngine(manifests);
    for (Present object : subject.settings().present()) {
      engine.put(object.kind(), JSON.createObjectNode().put("Name", object.name()));
    }
    return engine;
  }
}
