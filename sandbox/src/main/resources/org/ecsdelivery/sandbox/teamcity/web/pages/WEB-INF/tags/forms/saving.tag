<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%-- Stands in for TeamCity's tag of this name: the same attributes, markup of our own. --%>
<%@ attribute name="id" %>
<%@ attribute name="className" %>
<%@ attribute name="style" %>
<span class="saving ${className}" id="${empty id ? 'saving' : id}" hidden="hidden">Working…</span>
