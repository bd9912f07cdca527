<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" %>
<%-- Stands in for TeamCity's tag of this name: the same attributes, markup of our own. --%>
<%@ attribute name="title" required="true" %>
<%@ attribute name="className" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<tbody class="${className}"><tr class="groupingTitle"><td colspan="2"><c:out value="${title}"/></td></tr><jsp:doBody/></tbody>
