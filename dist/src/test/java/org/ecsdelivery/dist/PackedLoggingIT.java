package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Why slf4j is left to TeamCity (docs/decisions/002), shown on two loaders like TeamCity's and a plugin's. */
class PackedLoggingIT {
    private static final URL SLF4J =
            LoggerFactory.class.getProtectionDomain().getCodeSource().getLocation();

    @Test
    void aSecondSlf4jInAPluginRefusesTheHostsBinding() throws Exception {
        try (OwnFirst plugin = new OwnFirst(SLF4J)) {
            assertThatThrownBy(() -> logger(plugin))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(LinkageError.class)
                    .hasMessageContaining("loader constraint violation");
        }
    }

    @Test
    void withoutItThePluginLogsThroughTheHosts() throws Exception {
        try (OwnFirst plugin = new OwnFirst()) {
            assertThat(logger(plugin)).isSameAs(LoggerFactory.getLogger("org.ecsdelivery"));
        }
    }

    private static Object logger(ClassLoader plugin) throws ReflectiveOperationException {
        return plugin.loadClass("org.slf4j.LoggerFactory")
                .getMethod("getLogger", String.class)
                .invoke(null, "org.ecsdelivery");
    }

    /** Looks into its own jars first, as TeamCity's loader for a plugin does. */
    private static final class OwnFirst extends URLClassLoader {
        private OwnFirst(URL... jars) {
            super(jars, PackedLoggingIT.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : ownOrHosts(name);
            }
        }

        private Class<?> ownOrHosts(String name) throws ClassNotFoundException {
            try {
                return findClass(name);
            } catch (ClassNotFoundException expected) {
                // so it is the host's
                return getParent().loadClass(name);
            }
        }
    }
}
