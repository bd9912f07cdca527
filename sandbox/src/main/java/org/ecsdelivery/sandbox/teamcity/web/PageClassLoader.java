package org.ecsdelivery.sandbox.teamcity.web;

import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import org.jspecify.annotations.Nullable;

/** Shows JSP pages the classes of the plugin first and behind them those of the server, the JSP engine among them. */
final class PageClassLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final ClassLoader plugin;

    PageClassLoader(ClassLoader plugin) {
        super(new URL[0], PageClassLoader.class.getClassLoader());
        this.plugin = plugin;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("org.ecsdelivery.")) {
            return super.loadClass(name, resolve);
        }
        try {
            return plugin.loadClass(name);
        } catch (ClassNotFoundException ignored) {
            // not one of the plugin's own classes, so it is one of the server's
            return super.loadClass(name, resolve);
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        InputStream own = name.startsWith("org/ecsdelivery/") ? plugin.getResourceAsStream(name) : null;
        return own == null ? super.getResourceAsStream(name) : own;
    }
}
