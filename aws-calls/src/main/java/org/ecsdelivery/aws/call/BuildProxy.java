package org.ecsdelivery.aws.call;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;

/**
 * The way out of the network: the proxy that the build's environment names, else what the agent's JVM was started with
 * ({@code -Dhttps.proxyHost} and its kin, which the JVM applies by itself). Loopback is never sent to a proxy of the build.
 */
final class BuildProxy {
    private static final String LOOPBACK = "localhost|127\\..*|\\[?::1]?";

    private final BuildEnvironment environment;

    BuildProxy(BuildEnvironment environment) {
        this.environment = environment;
    }

    /** Makes the configuration for addresses of the scheme. */
    ProxyConfiguration configuration(String scheme) {
        // the SDK's own look at properties and process environment reads http.proxyHost even for https: left to the JVM
        ProxyConfiguration.Builder proxy =
                ProxyConfiguration.builder().useSystemPropertyValues(false).useEnvironmentVariablesValues(false);
        address(scheme).ifPresent(address -> {
            // the SDK refuses an address that holds user and password
            proxy.endpoint(URI.create(
                            address.getScheme() + "://" + address.getAuthority().replaceFirst("^.*@", "")))
                    .nonProxyHosts(exceptions());
            if (scheme.equals("http")) {
                // the JVM shows no password to a proxy that only tunnels; AwsErrors says so when the proxy wants one
                credentials(address, proxy);
            }
        });
        return proxy.build();
    }

    private Optional<URI> address(String scheme) {
        String name = scheme.toUpperCase(Locale.ROOT) + "_PROXY";
        return either(name).map(text -> uri(name, text));
    }

    private static URI uri(String name, String text) {
        try {
            URI address = URI.create(text.contains("://") ? text : "http" + "://" + text);
            if (address.getHost() != null && address.getPort() > 0) {
                return address;
            }
        } catch (IllegalArgumentException ignored) {
            // said below, in the same words as an address without host or port; the text may hold a password
        }
        throw new EngineException(
                FailureKind.INVALID_PARAMETERS,
                "The build's environment variable " + name + " is not the address of a proxy",
                "",
                "Set env." + name + " to an address with a port, such as proxy.example.com:3128, or to nothing.");
    }

    private static void credentials(URI address, ProxyConfiguration.Builder proxy) {
        String user = address.getUserInfo();
        int colon = user == null ? -1 : user.indexOf(':');
        if (user != null && colon > 0) {
            proxy.username(user.substring(0, colon)).password(user.substring(colon + 1));
        }
    }

    private Set<String> exceptions() {
        Stream<String> named = either("NO_PROXY").stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(BuildProxy::hostPattern);
        return Stream.concat(Stream.of(LOOPBACK), named).collect(Collectors.toSet());
    }

    /** Reads {@code example.com}, {@code .example.com} and {@code *.example.com} alike: the domain and what is below it. */
    private static String hostPattern(String text) {
        if (text.equals("*")) {
            return ".*";
        }
        String domain = text.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", "");
        return "(.*\\.)?" + Pattern.quote(domain);
    }

    private Optional<String> either(String name) {
        return environment.get(name).or(() -> environment.get(name.toLowerCase(Locale.ROOT)));
    }
}
