<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" %>
<%-- Stands in for TeamCity's tag of this name: the same attributes, markup of our own. --%>
<%@ attribute name="name" required="true" %>
<%@ attribute name="id" %>
<%@ attribute name="style" %>
<%@ attribute name="className" %>
<%@ attribute name="onchange" %>
<%@ attribute name="onclick" %>
<%@ attribute name="disabled" type="java.lang.Boolean" %>
<%@ attribute name="enableFilter" type="java.lang.Boolean" %>
<%@ attribute name="multiple" type="java.lang.Boolean" %>
<select class="${className}" id="${empty id ? name : id}" name="prop:${name}"><jsp:doBody/></select>
