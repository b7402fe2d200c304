package quietstories.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The files of the page and of the interface's description, read once from the class path. */
final class StaticFiles {

  /** A page may load what this server gives it and nothing else. */
  private static final String PAGE_POLICY =
      "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none';"
          + " form-action 'self'";

  /** The two viewers write style sheets, draw data images and start a worker of their own. */
  private static final String DOCS_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " worker-src 'self' blob:; base-uri 'none'; object-src 'none';"
          + " frame-ancestors 'none'; form-action 'self'";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png");

  /** The files of the viewers, and the library that each is in. */
  private static final Map<String, String> VIEWERS =
      Map.of(
          "swagger-ui.css", "org.webjars/swagger-ui/",
          "swagger-ui-bundle.js", "org.webjars/swagger-ui/",
          "redoc.standalone.js", "org.webjars.npm/redoc/bundles/");

  private final ConcurrentMap<String, Optional<byte[]>> known = new ConcurrentHashMap<>();

  /** Returns a file of the page. */
  Reply.Whole page(String name) {
    return guarded(name, own("page/" + name), PAGE_POLICY);
  }

  /** Returns one of the two pages that show the interface. */
  Reply.Whole docs(String name) {
    return guarded(name, own("docs/" + name), DOCS_POLICY);
  }

  /** Returns a file that those two pages ask for. */
  Reply.Whole docsAsset(String name) {
    Optional<String> library = Optional.ofNullable(VIEWERS.get(name));
    Optional<byte[]> bytes =
        library.isPresent() ? viewer(library.get(), name) : own("docs/" + name);
    return guarded(name, bytes, DOCS_POLICY);
  }

  /** Returns the interface's description. */
  Reply.Whole description() {
    return guarded("openapi.json", own("openapi.json"), PAGE_POLICY);
  }

  private Optional<byte[]> own(String path) {
    boolean plain = path.matches("[a-z0-9]+(/[a-zA-Z0-9._-]+)?(\\.json)?") && !path.contains("..");
    return plain
        ? known.computeIfAbsent(path, _ -> read(StaticFiles.class.getResourceAsStream(path)))
        : Optional.empty();
  }

  private Optional<byte[]> viewer(String library, String name) {
    return known.computeIfAbsent(library + name, _ -> resource(location(library) + name));
  }

  /** A library's files stand below its version, which it tells itself. */
  private static String location(String library) {
    String[] parts = library.split("/", 3);
    String about = "META-INF/maven/" + parts[0] + "/" + parts[1] + "/pom.properties";
    Properties properties = new Properties();
    try (InputStream in = StaticFiles.class.getClassLoader().getResourceAsStream(about)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = properties.getProperty("version", "");
    return "META-INF/resources/webjars/" + parts[1] + "/" + version + "/" + parts[2];
  }

  private static Optional<byte[]> resource(String path) {
    return read(StaticFiles.class.getClassLoader().getResourceAsStream(path));
  }

  private static Optional<byte[]> read(@org.jspecify.annotations.Nullable InputStream stream) {
    try (InputStream in = stream) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reply.Whole guarded(String name, Optional<byte[]> bytes, String policy) {
    byte[] body =
        bytes.orElseThrow(() -> Failure.of(FaultCode.PLAYER_NOT_FOUND, "Not Found").exception());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Security-Policy", policy);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cache-Control", "no-cache");
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String type = TYPES.getOrDefault(ending, "application/octet-stream");
    return new Reply.Whole(200, headers, type, Bytes.of(body));
  }
}
