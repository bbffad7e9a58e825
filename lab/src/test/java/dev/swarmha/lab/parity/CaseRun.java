package dev.swarmha.lab.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.swarmha.lab.parity.ParityCase.Place;
import dev.swarmha.lab.parity.ParityCase.Present;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Carries out one case and says what differs. */
final class CaseRun {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WRONG_FILE = 3;

  private final Deployer docker;
  private final Deployer swarmha;
  private final ParityCase subject;
  private final List<String> differences = new ArrayList<>();

  CaseRun(Deployer docker, Deployer swarmha, ParityCase subject) {
    this.docker = docker;
    this.swarmha = swarmha;
    this.subject = subject;
  }

  /** All differences; none if both do the same. */
  List<String> differences() {
    if (subject.isRefused()) {
      dockerRefuses();
      swarmhaRefuses();
    } else {
      firstDeploy();
      if (!subject.settings().then().isEmpty() && differences.isEmpty()) {
        secondDeploy();
      }
    }
    return List.copyOf(differences);
  }

  private void dockerRefuses() {
    try (RecordingEngine engine = engine()) {
      Ended ended = docker.deploy(subject, subject.settings().files(), engine);
      // A crash of the docker CLI ends with 2.
      check(ended.code() == 1 || ended.code() == 2, "docker does not refuse it: " + ended);
      engine.writes().forEach(write -> differences.add("docker sends " + write.title()));
    }
  }

  private void swarmhaRefuses() {
    try (RecordingEngine engine = engine()) {
      Ended ended = swarmha.deploy(subject, subject.settings().files(), engine);
      check(ended.code() == WRONG_FILE, "swarmha does not refuse it: " + ended);
      engine.writes().forEach(write -> differences.add("swarmha sends " + write.title()));
      List<String> errors =
          ended.err().lines().filter(line -> !line.startsWith("warning: ")).toList();
      List<Place> wanted = subject.settings().refused();
      boolean named =
          errors.size() == wanted.size()
              && wanted.stream().allMatch(place -> errors.stream().anyMatch(place::isNamedBy));
      check(named, "swarmha should name " + wanted + " and says: " + ended.err());
    }
  }

  private void firstDeploy() {
    List<String> files = subject.settings().files();
    try (RecordingEngine dockers = engine();
        RecordingEngine swarmhas = engine()) {
      accepted("docker", docker.deploy(subject, files, dockers));
      accepted("swarmha", swarmha.deploy(subject, files, swarmhas));
      compare(requests(dockers), requests(swarmhas));
      if (differences.isEmpty()) {
        dockers.forgetWrites();
        nothingToDo(swarmha.deploy(subject, files, dockers), dockers);
      }
    }
  }

  private void nothingToDo(Ended ended, RecordingEngine engine) {
    check(
        ended.code() == 0 && ended.out().contains("\"outcome\":\"unchanged\""),
        "what docker has deployed is not unchanged for swarmha: " + ended);
    engine.writes().forEach(write -> differences.add("swarmha sends " + write.title()));
  }

  private void secondDeploy() {
    try (RecordingEngine dockers = engine();
        RecordingEngine swarmhas = engine()) {
      for (RecordingEngine engine : List.of(dockers, swarmhas)) {
        accepted("docker", docker.deploy(subject, subject.settings().files(), engine));
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

  private static Map<String, JsonNode> requests(RecordingEngine engine) {
    Map<String, JsonNode> requests = new TreeMap<>();
    engine.writes().forEach(write -> requests.put(write.title(), write.body()));
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
    subject.settings().images().forEach(image -> manifests.put(image, Manifest.of(image)));
    RecordingEngine engine = new RecordingEngine(manifests);
    for (Present object : subject.settings().present()) {
      engine.put(object.kind(), JSON.createObjectNode().put("Name", object.name()));
    }
    return engine;
  }
}
