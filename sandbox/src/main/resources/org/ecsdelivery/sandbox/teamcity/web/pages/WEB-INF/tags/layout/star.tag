<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%-- Stands in for TeamCity's tag of this name: the same attributes, markup of our own. --%>
<span class="mandatoryAsterix" title="Mandatory field">*</span>
