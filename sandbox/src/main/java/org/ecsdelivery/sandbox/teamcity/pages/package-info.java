/** Where the server half of a plugin registers its pages, tabs and controllers. */
@NullMarked
package org.ecsdelivery.sandbox.teamcity.pages;

import org.jspecify.annotations.NullMarked;
