/** How steps reach AWS, as far as the server has a hand in it: connections of TeamCity, and looking at AWS while a step is set up. */
@NullMarked
package org.ecsdelivery.server.access;

import org.jspecify.annotations.NullMarked;
