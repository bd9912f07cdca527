package org.ecsdelivery.common.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.value.ImageReference;

/** The parameters of the image step about a cache of layers in registries. */
public final class CacheParameters {
    /** Where to take layers from. */
    public static final Parameter FROM = Parameter.lines(
                    "image.cacheFrom",
                    "Cache from",
                    "Enter images whose layers may be taken in place of building them again, one per line, such as team/shop:cache; a name"
                            + " without a host is in the registry of the build's AWS account. A cache that is not there yet is no error.")
            .amongAdvanced();
    /** Where to leave the cache. */
    public static final Parameter TO = Parameter.text(
                    "image.cacheTo",
                    "Cache to",
                    "Enter an image that shall hold the cache, such as team/shop:cache, and nothing else: what ECR needs is added. Or enter"
                            + " inline to have the image itself tell of its layers. A cache that cannot be written is a warning. Personal"
                            + " builds write none. Needs BuildKit; an image of its own needs a Docker Engine with the containerd image"
                            + " store.")
            .amongAdvanced();

    /** All of them, in the order of the settings page. */
    public static final List<Parameter> ALL = List.of(FROM, TO);

    private static final String TYPE = "type";
    private static final String REF = "ref";
    private static final String FLAG = "true|false";

    /** What BuildKit lets be said about a cache in a registry, beside its name. */
    private static final Map<String, Pattern> OPTIONS = Map.of(
            "mode", Pattern.compile("min|max"),
            "image-manifest", Pattern.compile(FLAG),
            "oci-mediatypes", Pattern.compile(FLAG),
            "compression", Pattern.compile("uncompressed|gzip|estargz|zstd"),
            "compression-level", Pattern.compile("\\d{1,2}"),
            "force-compression", Pattern.compile(FLAG),
            "ignore-error", Pattern.compile(FLAG));

    private CacheParameters() {}

    static BuildCache read(ParameterReader reader, ImageBuilder builder) {
        Optional<List<ImageReference>> from = reader.optional(FROM, CacheParameters::from);
        Optional<CacheTo> to = reader.optional(TO, CacheParameters::to);
        if (builder == ImageBuilder.ENGINE && to.isPresent()) {
            reader.reject(
                    TO,
                    "needs BuildKit, and " + ImageParameters.BUILDER.label() + " (" + ImageParameters.BUILDER.name()
                            + ") is ENGINE",
                    "Choose AUTO or BUILDKIT there.");
        }
        return new BuildCache(from.orElse(List.of()), to);
    }

    private static List<ImageReference> from(String text) {
        List<ImageReference> all = new ArrayList<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            Map<String, String> fields = fields(line);
            ImageReference image = image(fields);
            fields.keySet().stream().findFirst().ifPresent(name -> {
                throw new IllegalArgumentException("'" + name
                        + "' says nothing about a cache to read: type=registry and ref=... are all there is");
            });
            all.add(image);
        });
        return all.stream().distinct().toList();
    }

    private static CacheTo to(String text) {
        if (text.lines().count() > 1) {
            throw new IllegalArgumentException("there can be one such cache, and this is more than one line");
        }
        if (text.equals("inline") || text.equals("type=inline")) {
            return CacheTo.INLINE;
        }
        Map<String, String> fields = fields(text);
        ImageReference image = image(fields);
        fields.forEach(CacheParameters::requireKnown);
        return CacheTo.INLINE.named(image).with(fields);
    }

    private static void requireKnown(String name, String value) {
        Pattern form = OPTIONS.get(name);
        if (form == null) {
            throw new IllegalArgumentException("'" + name + "' is none of what can be said of a cache in a registry: "
                    + String.join(", ", OPTIONS.keySet().stream().sorted().toList()));
        }
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + name + "' is '" + value + "', and not of the form " + form);
        }
    }

    /** A name alone is short for an image in a registry, as for the docker command. */
    private static Map<String, String> fields(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (line.indexOf('=') < 0) {
            fields.put(REF, line);
            return fields;
        }
        for (String field : line.split(",", -1)) {
            String[] parts = field.strip().split("=", 2);
            if (parts.length < 2 || parts[0].isEmpty()) {
                throw new IllegalArgumentException("'" + field.strip() + "' is not of the form name=value");
            }
            if (fields.put(parts[0], parts[1]) != null) {
                throw new IllegalArgumentException("'" + parts[0] + "' is given twice");
            }
        }
        return fields;
    }

    private static ImageReference image(Map<String, String> fields) {
        String type = fields.remove(TYPE);
        if (type != null && !type.equals("registry")) {
            throw new IllegalArgumentException(
                    "a cache of the type '" + type
                            + "' is none that steps on several agents can share: enter an image in a registry, or for Cache to also inline");
        }
        String ref = fields.remove(REF);
        if (ref == null || ref.isEmpty()) {
            throw new IllegalArgumentException("there is no ref=..., which names the image");
        }
        ImageReference image = ImageReference.parse(ref);
        if (image.tag().isEmpty() || image.digest().isPresent()) {
            throw new IllegalArgumentException(
                    "'" + ref + "' names no tag, or a digest: a cache is what a tag of its own stands for");
        }
        return image;
    }
}
